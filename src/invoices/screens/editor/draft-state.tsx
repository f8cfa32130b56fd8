import { IconCloudOff } from '@tabler/icons-react'
import { useTexts } from '#ui/locale'
import { SaveState } from '#ui/save'
import { documentTexts } from '../texts-document.ts'
import classes from './draft-state.module.css'
import type { DraftProgress } from './use-draft-saving.tsx'

/** « Enregistré », or where what was typed is kept meanwhile. */
export function DraftState({ progress }: { progress: DraftProgress }) {
  const texts = useTexts(documentTexts)
  if (progress === 'offline') {
    return (
      <output className={classes.offline}>
        <IconCloudOff size={14} aria-hidden />
        {texts.keptOffline}
      </output>
    )
  }
  return <SaveState progress={progress === 'conflict' ? 'refused' : progress} />
}
