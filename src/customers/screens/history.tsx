/** All that happened with a customer, in sentences, newest first. */
import { Button, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { actorName, eventSentence } from '#audit/contract'
import { formatInstant } from '#core/text'
import { useLocale, useTexts } from '#ui/locale'
import { EmptyState, LoadingSkeleton, RefusedState } from '#ui/states'
import { audit } from './api.tsx'
import classes from './history.module.css'
import { customerTexts } from './texts.ts'

export function CustomerHistory({ customerId, company }: { customerId: string; company: string }) {
  const texts = useTexts(customerTexts)
  const locale = useLocale()
  const query = useInfiniteQuery(
    audit.timeline.infiniteOptions({
      input: (before: string | undefined) => ({ customerId, ...(before !== undefined && { before }) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextBefore ?? undefined,
    }),
  )
  if (query.isPending) return <LoadingSkeleton shape="list" rows={6} />
  if (query.isError) return <RefusedState error={query.error} onRetry={() => void query.refetch()} />
  const acts = actsOf(query.data.pages.flatMap(({ rows }) => rows))
  if (acts.length === 0) return <EmptyState sentence={texts.noEvent} />
  return (
    <>
      <ol className={classes.acts}>
        {acts.map(({ actor, at, events, id }) => (
          <li key={id} className={classes.act}>
            {events.map((event) => (
              <Sentence key={event.id} event={event} company={company} />
            ))}
            <Text c="dimmed" size="xs">
              <time dateTime={at}>{formatInstant(at, locale)}</time> · {actorName(actor, locale)}
            </Text>
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {texts.earlier}
        </Button>
      )}
    </>
  )
}

type Event = Awaited<ReturnType<typeof audit.timeline.call>>['rows'][number]
type Act = Pick<Event, 'id' | 'at' | 'actor'> & { readonly events: readonly Event[] }

/** What one act caused is told together, in the order it happened: received, allocated, settled. */
function actsOf(newestFirst: readonly Event[]): readonly Act[] {
  const acts: Act[] = []
  for (const event of newestFirst) {
    const last = acts.at(-1)
    if (last?.at === event.at && last.actor.name === event.actor.name) acts[acts.length - 1] = { ...last, events: [event, ...last.events] }
    else acts.push({ id: event.id, at: event.at, actor: event.actor, events: [event] })
  }
  return acts
}

function Sentence({ event: { facts, invoiceId, name }, company }: { event: Event; company: string }) {
  const sentence = eventSentence(name, facts, useLocale())
  if (invoiceId === null) return <div>{sentence}</div>
  return (
    <div>
      <Link to="/$company/factures/$id" params={{ company, id: invoiceId }}>
        {sentence}
      </Link>
    </div>
  )
}
