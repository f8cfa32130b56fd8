import { downloadCsv } from '#ui/csv'
import { type InvoiceRow, invoices } from '../api.tsx'
import { documentTexts } from '../texts-document.ts'
import type { listTexts } from '../texts-list.ts'
import { currentLocale } from '#ui/locale'
import { textsOf } from '#core/text'

const PAGE = 100
/** A spreadsheet opens that many without complaint, and it is fifty requests at most. */
const MOST_ROWS = 5000

type Filter = {
  readonly view: 'to_collect' | 'late' | 'drafts' | 'settled' | 'credit_notes' | 'all'
  readonly search?: string
  readonly customerId?: string
}

/** Every row of what is seen, to the last page, as a file. Answers how many. */
export async function exportInvoices(filter: Filter, texts: typeof listTexts.fr): Promise<number> {
  const rows: InvoiceRow[] = []
  let cursor: string | undefined
  do {
    const page = await invoices.list.call({ ...filter, limit: PAGE, ...(cursor !== undefined && { cursor }) })
    rows.push(...page.rows)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined && rows.length < MOST_ROWS)
  const head = [texts.number, texts.customer, texts.issuedOn, texts.dueOn, texts.daysLate, texts.state, texts.total, texts.open]
  downloadCsv(texts.exportFile, [head, ...rows.map(cellsOf)])
  return rows.length
}

function cellsOf(row: InvoiceRow): string[] {
  const locale = currentLocale()
  const words = textsOf(documentTexts, locale)
  const state = row.kind === 'credit_note' ? words.creditStates[row.state] : words.states[row.state]
  // The decimal sign that a spreadsheet of the reader's country reads as a figure.
  const figure = (amount: string): string => (locale === 'fr' ? amount.replace('.', ',') : amount)
  return [
    row.number ?? '',
    row.customerName,
    row.issuedOn ?? '',
    row.dueOn ?? '',
    row.daysLate > 0 ? String(row.daysLate) : '',
    state,
    figure(row.total),
    figure(row.open),
  ]
}
