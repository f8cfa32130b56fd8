/** The lines of the draft: typed through by keyboard from the first name to the last price. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTexts } from '#ui/locale'
import { LinesHead } from '../paper/lines.tsx'
import { documentTexts } from '../texts-document.ts'
import { LineRow } from './line-row.tsx'
import classes from './line-row.module.css'
import type { Draft } from './use-draft.tsx'

export function LineRows({ draft }: { draft: Draft }) {
  const texts = useTexts(documentTexts)
  const isCredit = draft.kind === 'credit_note'
  return (
    <section aria-label={texts.lines} data-field="lines">
      <LinesHead />
      {draft.values.lines.map((line, index) => (
        <LineRow key={line.key} draft={draft} line={line} place={index + 1} locked={isCredit} />
      ))}
      {!isCredit && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.add ?? ''}
          leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
          onClick={draft.addAtEnd}
        >
          {texts.addLine}
        </Button>
      )}
    </section>
  )
}
