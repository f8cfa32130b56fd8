import { daysBetween, earlierOf, laterOf } from '#core/day'
import { decimalMark, possibleOrders, readCsvDay } from '../csv/cells.ts'
import type { CsvMapping, DateOrder } from '../csv/mapping.ts'
import type { CsvRow } from '../csv/rows.ts'
import { yearOfTwoDigits } from '../days.ts'
import { namesSomebody } from '../labels.ts'
import type { QifRecord } from './records.ts'

/** QIF names its fields by a letter: the columns a person is shown and the mapping is known again by. */
const HEADER = [
  'D · date',
  'T · montant / amount',
  'P · tiers / payee',
  'M · mémo / memo',
  'N · n°',
  'L · catégorie / category',
  'compte / account',
]
const BOOKED_ON = 0
const AMOUNT = 1
const PAYEE = 2
const MEMO = 3
const NUMBER = 4
const ACCOUNT = 6

/** Quicken writes `6/ 1/94`, and `1/15' 7` from 2000 on. */
export function plainDate(written: string): string {
  const match = /^(\d{1,4})[/.' -]+(\d{1,2})[/.' -]+(\d{1,4})$/.exec(written.trim())
  if (!match) return written
  const [, first = '', second = '', third = ''] = match
  if (first.length === 4) return `${first}-${second}-${third}`
  const year = third.length > 2 ? third : written.includes("'") ? 2000 + Number(third) : yearOfTwoDigits(Number(third))
  return `${first}/${second}/${year}`
}

/** The records as rows of cells, under a row of names. */
export function tableOf(records: readonly QifRecord[]): CsvRow[] {
  const rows = records.map(({ account, fields, line, splits }): CsvRow => {
    const field = (letter: string): string => fields.get(letter) ?? ''
    const cells = [plainDate(field('D')), field('T') || field('U'), field('P'), field('M'), field('N'), field('L'), account]
    const parts = splits.map(({ amount, category, memo }) => ({ amount, text: [category, memo].filter((text) => text !== '').join(' ') }))
    return { cells, line, parts }
  })
  return [{ cells: HEADER, line: 0 }, ...rows]
}

export type QifGuess = { readonly mapping: CsvMapping; readonly doubts: readonly ('date_order' | 'decimal')[] }

/** Day and month, and the mark of the cents, from all the records together. */
export function guessMapping(rows: readonly CsvRow[]): QifGuess {
  const column = (place: number): string[] => rows.slice(1).flatMap((row) => row.cells[place] || [])
  const dates = column(BOOKED_ON)
  const orders = possibleOrders(dates)
  const mark = decimalMark([...column(AMOUNT), ...rows.flatMap((row) => (row.parts ?? []).map((part) => part.amount))])
  const payees = column(PAYEE)
  const named = payees.filter(namesSomebody).length * 2 > payees.length
  const mapping: CsvMapping = {
    encoding: 'utf-8',
    separator: ';',
    header: HEADER,
    dateOrder: mostCompact(dates, orders),
    decimal: mark ?? ',',
    currency: 'EUR',
    columns: {
      bookedOn: BOOKED_ON,
      amount: { kind: 'signed', amount: AMOUNT },
      text: [PAYEE, MEMO, NUMBER],
      ...(named && { counterparty: PAYEE }),
      ...(column(ACCOUNT).length > 0 && { account: ACCOUNT }),
    },
  }
  return { mapping, doubts: [...(orders.length === 1 ? [] : ['date_order' as const]), ...(mark === null ? ['decimal' as const] : [])] }
}

/** A statement covers few days: of the orders that fit, the one that spreads the dates least; day first between equals. */
function mostCompact(dates: readonly string[], orders: readonly DateOrder[]): DateOrder {
  const spreads = orders.map((order) => ({ order, days: spreadOf(dates, order) }))
  return spreads.reduce(
    (best, candidate) => (candidate.days < best.days ? candidate : best),
    spreads[0] ?? { order: 'dmy' as const, days: 0 },
  ).order
}

function spreadOf(dates: readonly string[], order: DateOrder): number {
  const days = dates.flatMap((date) => readCsvDay(date, order) ?? [])
  const [first] = days
  return first === undefined ? 0 : daysBetween(days.reduce(earlierOf, first), days.reduce(laterOf, first))
}
