import { stringify } from 'csv-stringify/sync'
import { type Locale, textsOf } from '#core/text'
import type { OperationsOf } from '#platform/api'
import { agedBalance } from './aged-store.ts'
import type { receivablesContract } from './contract.ts'
import { amount, pastDay } from './present.ts'
import { BUCKETS } from './rules/ageing.ts'
import { texts } from './texts.ts'

type Operations = OperationsOf<typeof receivablesContract>

/** More customers than any company that fits in a spreadsheet. */
const EVERY_CUSTOMER = 1_000_000

/** Opens in a French or English spreadsheet as it stands: its separator, its decimal sign, and no cell that begins a formula. */
export const agedBalanceCsv: Operations['agedBalanceCsv'] = async (context, { sort, ...asked }) => {
  const asOf = pastDay(context, asked.asOf)
  const words = textsOf(texts, context.locale).csv
  const rows = await agedBalance(context, { asOf, sort, limit: EVERY_CUSTOMER, after: undefined })
  const head = [words.code, words.customer, ...BUCKETS.map((bucket) => words[bucket]), words.late, words.unallocated, words.total]
  const lines = rows.map((row) => [row.code, row.name, ...BUCKETS.map((bucket) => row[bucket]), row.late, row.unallocated, row.total])
  const csv = stringify([head, ...lines], {
    bom: true,
    delimiter: context.locale === 'fr' ? ';' : ',',
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { bigint: (cents) => plainDecimal(cents, context.locale) },
  })
  return new File([csv], `${words.file}-${asOf}.csv`, { type: 'text/csv; charset=utf-8' })
}

const plainDecimal = (cents: bigint, locale: Locale): string => (locale === 'fr' ? amount(cents).replace('.', ',') : amount(cents))
