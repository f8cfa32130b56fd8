import type { IssuedFacts } from '#invoices'
import type { WriteContext } from '#platform/context'
import type { DomainEvent } from '#platform/events'
import { matchLater } from './jobs.ts'
import { hasWaitingLines } from './store.ts'

/** An invoice just issued may be what a line that waits has paid already. */
export async function lookBack(context: WriteContext, { facts }: DomainEvent<IssuedFacts>): Promise<void> {
  if (facts.kind === 'invoice' && !context.bulk && (await hasWaitingLines(context))) await matchLater(context)
}
