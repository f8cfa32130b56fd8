import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { actorName, eventSentence } from '#audit/contract'
import { formatInstant } from '#core/text'
import { useLocale, useTexts } from '#ui/locale'
import type { Home } from './api.tsx'
import classes from './home.module.css'
import { screenTexts } from './texts.ts'

/** The last things that happened; those since the last look, from this browser, are marked. */
export function RecentEvents({ events, company }: { events: Home['recent']; company: string }) {
  const texts = useTexts(screenTexts)
  const locale = useLocale()
  const lastSeen = useLastSeen(company, events[0]?.id)
  if (events.length === 0) return <Text c="dimmed">{texts.nothingYet}</Text>
  return (
    <ul className={classes.lines}>
      {events.map(({ actor, at, customerId, customerName, facts, id, invoiceId, name }) => {
        const sentence = eventSentence(name, facts, locale)
        return (
          <li key={id} className={classes.event}>
            {invoiceId === null ? (
              sentence
            ) : (
              <Link to="/$company/factures/$id" params={{ company, id: invoiceId }}>
                {sentence}
              </Link>
            )}
            {lastSeen !== undefined && BigInt(id) > lastSeen && <span className={classes.fresh}>{texts.fresh}</span>}
            <div className={classes.when}>
              {customerName !== null && customerId !== null && (
                <>
                  <Link to="/$company/clients/$id" params={{ company, id: customerId }}>
                    {customerName}
                  </Link>
                  {' · '}
                </>
              )}
              <time dateTime={at}>{formatInstant(at, locale)}</time>
              {' · '}
              {actorName(actor, locale)}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** The newest event of the visit before this one; nothing on the first visit. */
function useLastSeen(company: string, newest: string | undefined): bigint | undefined {
  const key = `encours.seen.${company}`
  const [before] = useState(() => localStorage.getItem(key))
  useEffect(() => {
    if (newest !== undefined) localStorage.setItem(key, newest)
  }, [key, newest])
  return before !== null && /^\d+$/.test(before) ? BigInt(before) : undefined
}
