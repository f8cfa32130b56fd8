import { useTexts } from '#ui/locale'
import { SaveState } from '#ui/save'
import { useCan } from '#ui/session'
import { SettingsFrame } from '#ui/settings-frame'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { useCompany } from './api.tsx'
import { LookPart } from './look-part.tsx'
import { lookTexts } from './texts-look.ts'

/** Colour and logo of documents to come: saves by itself. */
export function LookPage() {
  const texts = useTexts(lookTexts)
  const mayChange = useCan('company:write')
  const found = useCompany()
  if (found.isPending) return <LoadingSkeleton shape="form" />
  if (found.isError) return <RefusedState error={found.error} onRetry={() => void found.refetch()} />
  return (
    <SettingsFrame title={texts.title} summary={texts.summary}>
      <LookPart company={found.data} disabled={!mayChange}>
        {(progress) => <SaveState progress={progress} />}
      </LookPart>
    </SettingsFrame>
  )
}
