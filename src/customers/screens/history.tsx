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
  const events = query.data.pages.flatMap(({ rows }) => rows)
  if (events.length === 0) return <EmptyState sentence={texts.noEvent} />
  return (
    <>
      <ol className={classes.events}>
        {events.map(({ actor, at, facts, id, invoiceId, name }) => {
          const sentence = eventSentence(name, facts, locale)
          return (
            <li key={id} className={classes.event}>
              <div>
                {invoiceId === null ? (
                  sentence
                ) : (
                  <Link to="/$company/factures/$id" params={{ company, id: invoiceId }}>
                    {sentence}
                  </Link>
                )}
              </div>
              <Text c="dimmed" size="xs">
                <time dateTime={at}>{formatInstant(at, locale)}</time> · {actorName(actor, locale)}
              </Text>
            </li>
          )
        })}
      </ol>
      {query.hasNextPage && (
        <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {texts.earlier}
        </Button>
      )}
    </>
  )
}
