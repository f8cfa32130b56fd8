import { stringify } from 'csv-stringify/sync'
import { type Locale, textsOf } from '#core/text'
import type { OperationsOf } from '#platform/api'
import { AGED_SUMS, agedBalance } from './aged-store.ts'
import type { receivablesContract } from './contract.ts'
import { amount, pastDay } from './present.ts'
import { texts } from './texts.ts'

type Operations = OperationsOf<typeof receivablesContract>

/** More customers than any company that fits in a spreadsheet. */
const EVERY_CUSTOMER = 1_000_000

const COLUMNS = ['code', 'name', ...AGED_SUMS] as const

/** Opens in a French or English spreadsheet as it stands: its separator, its decimal sign, and no cell that begins a formula. */
export const agedBalanceCsv: Operations['agedBalanceCsv'] = async (context, { sort, ...asked }) => {
  const asOf = pastDay(context, asked.asOf)
  const words = textsOf(texts, context.locale).csv
  const rows = await agedBalance(context, { asOf, sort, limit: EVERY_CUSTOMER, after: undefined })
  const csv = stringify(rows, {
    header: true,
    columns: COLUMNS.map((key) => ({ key, header: words[key] })),
    bom: true,
    delimiter: context.locale === 'fr' ? ';' : ',',
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { bigint: (cents) => plainDecimal(cents, context.locale) },
  })
  return new File([csv], `${words.file}-${asOf}.csv`, { type: 'text/csv; charset=utf-8' })
}

const plainDecimal = (cents: bigint, locale: Locale): string => (locale === 'fr' ? amount(cents).replace('.', ',') : amount(cents))
