import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#ui/locale'
import { notifyRefused } from '#ui/notify'
import { documentTexts } from '../texts-document.ts'
import classes from './draft-state.module.css'

/** Someone else changed the draft: nothing is overwritten before one has chosen. */
export function ConflictBanner({ onResolve }: { onResolve: (keep: 'mine' | 'theirs') => Promise<void> }) {
  const texts = useTexts(documentTexts)
  const [busy, setBusy] = useState(false)
  const choose = (keep: 'mine' | 'theirs') => {
    setBusy(true)
    onResolve(keep)
      .catch(notifyRefused)
      .finally(() => setBusy(false))
  }
  return (
    <div className={classes.banner} role="alert">
      <span>{texts.changedElsewhere}</span>
      <Group gap="sm">
        <Button variant="default" disabled={busy} onClick={() => choose('theirs')}>
          {texts.takeOther}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => choose('mine')}>
          {texts.keepMine}
        </Button>
      </Group>
    </div>
  )
}
