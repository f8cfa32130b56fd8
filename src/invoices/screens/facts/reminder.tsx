import { useQuery } from '@tanstack/react-query'
import { Section } from '#ui/facts'
import { useTexts } from '#ui/locale'
import { dunning } from '../api.tsx'
import { documentTexts } from '../texts-document.ts'
import classes from './facts.module.css'

/** When the next reminder leaves and why; or why not today. */
export function Reminder({ invoiceId }: { invoiceId: string }) {
  const texts = useTexts(documentTexts)
  const { data } = useQuery(dunning.next.queryOptions({ input: { invoiceId } }))
  if (!data) return null
  return (
    <Section title={texts.reminder}>
      <div>{data.sentence}</div>
      {data.blocked && data.blocked.sentence !== data.sentence && <div className={classes.quiet}>{data.blocked.sentence}</div>}
    </Section>
  )
}
