import { Button } from '@mantine/core'
import { useTexts } from '#ui/locale'
import { notifyDone } from '#ui/notify'
import { useCan } from '#ui/session'
import { SettingsFrame } from '#ui/settings-frame'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { useCompany } from './api.tsx'
import { PaymentPart } from './payment-part.tsx'
import { paymentTexts } from './texts-payment.ts'

export function PaymentPage() {
  const texts = useTexts(paymentTexts)
  const mayChange = useCan('company:write')
  const found = useCompany()
  if (found.isPending) return <LoadingSkeleton shape="form" />
  if (found.isError) return <RefusedState error={found.error} onRetry={() => void found.refetch()} />
  return (
    <SettingsFrame title={texts.title} summary={texts.summary}>
      <div style={{ maxWidth: 560 }}>
        <PaymentPart company={found.data} disabled={!mayChange} onSaved={() => notifyDone(texts.saved)}>
          {(saving) =>
            mayChange && (
              <Button type="submit" loading={saving}>
                {texts.save}
              </Button>
            )
          }
        </PaymentPart>
      </div>
    </SettingsFrame>
  )
}
