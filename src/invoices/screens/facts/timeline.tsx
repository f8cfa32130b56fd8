import { useQuery } from '@tanstack/react-query'
import { actorName, eventSentence } from '#audit/contract'
import { dayInParis } from '#core/day'
import { DayText } from '#ui/day'
import { Section } from '#ui/facts'
import { useLocale, useTexts } from '#ui/locale'
import { audit } from '../api.tsx'
import { documentTexts } from '../texts-document.ts'
import classes from './facts.module.css'

/** What happened to the document, newest first. Nothing is shown before something happened. */
export function Timeline({ invoiceId }: { invoiceId: string }) {
  const texts = useTexts(documentTexts)
  const locale = useLocale()
  const { data } = useQuery(audit.timeline.queryOptions({ input: { invoiceId } }))
  if (!data || data.rows.length === 0) return null
  return (
    <Section title={texts.timeline}>
      <ol className={classes.events}>
        {data.rows.map((event) => (
          <li key={event.id} className={classes.event}>
            <div>{eventSentence(event.name, event.facts, locale)}</div>
            <div className={classes.quiet}>
              <DayText day={dayInParis(new Date(event.at))} at={event.at} /> · {actorName(event.actor, locale)}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
