import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTexts } from '#ui/locale'
import { notifyDone } from '#ui/notify'
import { useCan } from '#ui/session'
import { SettingsFrame } from '#ui/settings-frame'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { invoices } from './api.tsx'
import { NumberingPart } from './numbering-part.tsx'
import { numberingTexts } from './texts-numbering.ts'

export function NumberingPage() {
  const texts = useTexts(numberingTexts)
  const mayChange = useCan('company:write')
  const found = useQuery(invoices.numbering.queryOptions())
  if (found.isPending) return <LoadingSkeleton shape="form" />
  if (found.isError) return <RefusedState error={found.error} onRetry={() => void found.refetch()} />
  const { series } = found.data
  const open = mayChange && series.some(({ final }) => !final)
  return (
    <SettingsFrame title={texts.title} summary={texts.summary}>
      <div style={{ maxWidth: 560 }}>
        <NumberingPart series={series} disabled={!mayChange} onSaved={() => notifyDone(texts.saved)}>
          {(saving) =>
            open && (
              <Button type="submit" loading={saving}>
                {texts.save}
              </Button>
            )
          }
        </NumberingPart>
      </div>
    </SettingsFrame>
  )
}
