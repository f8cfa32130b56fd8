import { sql } from 'kysely'
import type { Day } from '#core/day'
import { yearOf } from '#core/day'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { ReadContext, WriteContext } from '#platform/context'
import type { invoicesContract } from './contract.ts'
import type { DocumentKind } from './events.ts'
import { checkSeriesFormat, DEFAULT_SERIES, renderNumber, seriesCollide } from './rules/numbering.ts'

type Operations = OperationsOf<typeof invoicesContract>
type Series = { readonly pattern: string; readonly firstSequence: bigint; readonly final: boolean }

const KINDS = ['invoice', 'credit_note'] as const
const DEFAULTS: Record<DocumentKind, string> = { invoice: DEFAULT_SERIES.invoice.pattern, credit_note: DEFAULT_SERIES.creditNote.pattern }

/** A series starts again at 1 each year exactly when its numbers bear the year: otherwise two years would print the same number. */
const restartOf = (pattern: string): 'yearly' | 'never' => (/\{YY(YY)?\}/.test(pattern) ? 'yearly' : 'never')
const counterYear = (pattern: string, on: Day): number => (restartOf(pattern) === 'yearly' ? yearOf(on) : 0)

export type GivenNumber = { readonly number: string; readonly year: number; readonly sequence: bigint }

/**
 * Gives the next number of the series, under the lock of its counter until the transaction ends: whoever issues at the same time waits, so
 * that numbers follow each other without gap (CGI ann. II art. 242 nonies A I-7°). A rollback gives the number back.
 * Refuses a day before that of the last document of the series.
 */
export async function takeNumber(context: WriteContext, kind: DocumentKind, issuedOn: Day): Promise<GivenNumber> {
  const series = await seriesOf(context, kind)
  const year = counterYear(series.pattern, issuedOn)
  await refuseEarlierDay(context, kind, issuedOn)
  const counter = await context.db
    .insertInto('number_counters')
    .values({ company_id: context.companyId, kind, year, last_sequence: firstOfYear(series), last_issued_on: issuedOn })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'kind', 'year']).doUpdateSet({
        last_sequence: sql`number_counters.last_sequence + 1`,
        last_issued_on: sql`greatest(number_counters.last_issued_on, excluded.last_issued_on)`,
      }),
    )
    .returning(['last_sequence', 'last_issued_on'])
    .executeTakeFirstOrThrow()
  // Read again under the lock: another document may have been issued while this one waited.
  if (counter.last_issued_on > issuedOn) throw earlierDay(counter.last_issued_on)
  if (!series.final) await markSeriesUsed(context, kind, series)
  const number = renderNumber(series.pattern, { year: yearOf(issuedOn), sequence: Number(counter.last_sequence) })
  return { number, year, sequence: counter.last_sequence }
}

/** The chosen first number serves once, to carry on from another program; every later year starts at 1. */
const firstOfYear = (series: Series): bigint => (series.final ? 1n : series.firstSequence)

async function refuseEarlierDay(context: WriteContext, kind: DocumentKind, issuedOn: Day): Promise<void> {
  const last = await context.db
    .selectFrom('number_counters')
    .select((eb) => eb.fn.max('last_issued_on').as('on'))
    .where('company_id', '=', context.companyId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (last?.on && last.on > issuedOn) throw earlierDay(last.on)
}

const earlierDay = (last: Day): Refusal => new Refusal('issue_date_before_last', { field: 'issuedOn', facts: { last } })

async function seriesOf(context: ReadContext, kind: DocumentKind): Promise<Series> {
  const row = await context.db
    .selectFrom('number_series')
    .select(['pattern', 'first_sequence', 'used_at'])
    .where('company_id', '=', context.companyId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row
    ? { pattern: row.pattern, firstSequence: row.first_sequence, final: row.used_at !== null }
    : { pattern: DEFAULTS[kind], firstSequence: 1n, final: false }
}

async function markSeriesUsed(context: WriteContext, kind: DocumentKind, series: Series): Promise<void> {
  await context.db
    .insertInto('number_series')
    .values({ company_id: context.companyId, kind, pattern: series.pattern, first_sequence: series.firstSequence, used_at: context.now })
    .onConflict((conflict) => conflict.columns(['company_id', 'kind']).doUpdateSet({ used_at: context.now }))
    .execute()
}

async function namedSeries(context: ReadContext, kind: DocumentKind) {
  return { kind, ...(await seriesOf(context, kind)) }
}

export const numbering: Operations['numbering'] = async (context) => {
  const series = await Promise.all(KINDS.map((kind) => namedSeries(context, kind)))
  const counters = await context.db.selectFrom('number_counters').selectAll().where('company_id', '=', context.companyId).execute()
  return {
    series: series.map(({ kind, ...each }) => {
      const { pattern, firstSequence, final } = each
      const year = counterYear(pattern, context.today)
      const last = counters.find((counter) => counter.kind === kind && counter.year === year)?.last_sequence
      const sequence = last === undefined ? firstOfYear(each) : last + 1n
      return {
        kind,
        pattern,
        firstSequence: Number(firstSequence),
        next: renderNumber(pattern, { year: yearOf(context.today), sequence: Number(sequence) }),
        final,
      }
    }),
  }
}

/** Chooses how a series numbers. Final from its first document on: a continuous sequence does not change its shape half way. */
export const setNumbering: Operations['setNumbering'] = async (context, { kind, pattern, firstSequence }) => {
  const current = await seriesOf(context, kind)
  if (current.final) throw new Refusal('numbering_final', { status: 409, facts: { pattern: current.pattern } })
  checkSeriesFormat({ pattern, restart: restartOf(pattern) })
  const next = renderNumber(pattern, { year: yearOf(context.today), sequence: firstSequence })
  const other = await seriesOf(context, kind === 'invoice' ? 'credit_note' : 'invoice')
  if (seriesCollide(pattern, other.pattern)) throw new Refusal('numbering_collides', { field: 'pattern', facts: { other: other.pattern } })
  await context.db
    .insertInto('number_series')
    .values({ company_id: context.companyId, kind, pattern, first_sequence: BigInt(firstSequence) })
    .onConflict((conflict) => conflict.columns(['company_id', 'kind']).doUpdateSet({ pattern, first_sequence: BigInt(firstSequence) }))
    .execute()
  return { pattern, next }
}
