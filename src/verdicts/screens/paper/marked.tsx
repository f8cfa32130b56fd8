/** A field or a group of the paper; one that fails wears its mark and leads to what is said of it. */
import { VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { Field, Spot } from '#readings/contract'
import { useTexts } from '#ui/locale'
import { spotId, useMarked } from '../marks.tsx'
import { verdictTexts } from '../texts.ts'
import classes from './marked.module.css'

/** The text of a field. `alone`: its name does not stand beside it, so it is told when the field is missing. */
export function Value({ alone = false, field }: { field: Field; alone?: boolean }) {
  const texts = useTexts(verdictTexts)
  if (field.failures.length === 0) return <span className={classes.text}>{field.text}</span>
  return <Mark spot={field} text={field.text || (alone ? texts.missingField(field.label) : texts.missing)} />
}

/** What is wrong with a group as a whole, such as a line without its amount or a party without an address. */
export function GroupMark({ spot }: { spot: Spot }) {
  return spot.failures.length === 0 ? null : <Mark spot={spot} />
}

function Mark({ spot: { failures: indices, path }, text }: { spot: Spot; text?: string }) {
  const texts = useTexts(verdictTexts)
  const { choose, chosen, failures } = useMarked()
  const fatal = indices.some((index) => failures[index]?.severity === 'fatal')
  const isChosen = chosen !== undefined && indices.includes(chosen)
  const Shown = fatal ? IconAlertTriangle : IconInfoCircle
  const next = () => {
    // Pressed again, a field with several faults shows the next one.
    const place = chosen === undefined ? -1 : indices.indexOf(chosen)
    const index = indices[(place + 1) % indices.length]
    if (index !== undefined) choose(index, 'paper')
  }
  return (
    <button
      type="button"
      id={spotId(path)}
      className={classes.mark}
      data-severity={fatal ? 'fatal' : 'warning'}
      data-chosen={isChosen || undefined}
      onClick={next}
    >
      <Shown size={14} stroke={2} aria-hidden className={classes.icon} />
      <span className={classes.text}>{text ?? texts.faults(indices.length)}</span>
      {text !== undefined && <VisuallyHidden>{`, ${texts.faults(indices.length)}`}</VisuallyHidden>}
    </button>
  )
}
