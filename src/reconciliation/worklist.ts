import { countLines, findLine, type LineState, listLines } from '#banking'
import { moneyText, sum, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { ReadContext } from '#platform/context'
import { placeOfCursor } from '#platform/cursor'
import type { reconciliationContract } from './contract.ts'
import { invitationNow } from './invitation.ts'
import { presentLines, presentOne } from './present.ts'
import { readerOf } from './reader.ts'
import { isExpectedOf } from './rules/index.ts'
import { automaticIn, customersLike, openInvoicesLike } from './store.ts'
import { openQuestions } from './waiting-store.ts'

type Operations = OperationsOf<typeof reconciliationContract>

export const worklist: Operations['worklist'] = async (context, { cursor, limit, state, ...filters }) => {
  const rows = await listLines(context, {
    ...filters,
    ...(await linesOfView(context, state)),
    after: placeOfCursor(cursor),
    limit: limit + 1,
  })
  const last = rows.at(limit - 1)
  const nextCursor = rows.length > limit && last ? `${last.booked_on}_${last.id}` : null
  return { rows: await presentLines(context, rows.slice(0, limit)), nextCursor }
}

type LinesOfView = Pick<Parameters<typeof listLines>[1], 'state' | 'held' | 'lineIds'>

async function linesOfView(context: ReadContext, view: Parameters<Operations['worklist']>[1]['state']): Promise<LinesOfView> {
  if (view === 'asked_of_me') return { state: 'to_do', lineIds: (await questionsExpectedOf(context)).map((question) => question.line_id) }
  if (view === 'to_do' || view === 'on_hold') return { state: 'to_do', held: { on: context.today, is: view === 'on_hold' } }
  return { state: view }
}

/** Open questions that wait for whoever looks. */
async function questionsExpectedOf(context: ReadContext) {
  const questions = await openQuestions(context)
  const reader = questions.length === 0 ? undefined : await readerOf(context)
  return reader ? questions.filter((row) => isExpectedOf(reader, { askedBy: row.asked_by, askedOf: row.asked_of })) : []
}

export const line: Operations['line'] = async (context, { lineId }) => {
  const row = await findLine(context, lineId)
  if (!row) throw new Refusal('not_found', { status: 404 })
  return presentOne(context, row)
}

const STATES: readonly (LineState | 'on_hold')[] = ['to_do', 'on_hold', 'matched', 'set_aside', 'out']

export const summary: Operations['summary'] = async (context) => {
  const counted = await countLines(context, context.today)
  const states = STATES.map((state) => {
    const row = counted.find((each) => each.state === state)
    return { state, count: Number(row?.count ?? 0n), amount: moneyText(toCents(row?.cents ?? 0n)) }
  })
  const questions = await questionsExpectedOf(context)
  const asked = { count: questions.length, amount: moneyText(sum(questions.map((row) => toCents(row.amount_cents)))) }
  return { states, asked, automatic: await automaticIn(context), invitation: await invitationNow(context) }
}

export const candidates: Operations['candidates'] = async (context, { customerId, search }) => {
  const invoices = await openInvoicesLike(context, { search, customerId })
  const customers = search === '' || customerId !== undefined ? [] : await customersLike(context, search)
  return {
    invoices: invoices.map((row) => ({
      id: row.id,
      number: row.number,
      customerId: row.customer_id,
      customerName: row.customer_name,
      dueOn: row.due_on,
      open: moneyText(toCents(row.open_cents)),
    })),
    customers,
  }
}
