import { addDays } from '#core/day'
import type { Id } from '#core/ids'
import { moneyText, sum } from '#core/money'
import { formatDay, formatMoney, textsOf } from '#core/text'
import { workingDayFrom } from '#core/working-day'
import type { OperationsOf } from '#platform/api'
import type { ReadContext } from '#platform/context'
import type { dunningContract } from './contract.ts'
import { decide, type Decision } from './rules/decide.ts'
import type { Moment } from './rules/hours.ts'
import { type ChasedCustomer, chasedCustomers, ripeCustomerIds } from './store.ts'
import { texts } from './texts.ts'

type Operations = OperationsOf<typeof dunningContract>

const BATCH = 500
/** Named one by one; the rest is in the totals. */
const SHOWN = 10

/** What the rule would do on the next working day if it were on with this delay and nothing were paid until then: decided by the same rule. */
export const preview: Operations['preview'] = async (context, { delayDays }) => {
  const on = workingDayFrom(addDays(context.today, 1))
  const moment: Moment = { today: on, hour: 10 }
  const messages = (await ripeOn(context, moment, delayDays)).toSorted((a, b) => (a.totalCents > b.totalCents ? -1 : 1))
  const invoiceCount = messages.reduce((count, message) => count + message.invoices, 0)
  const letters = messages.filter(({ channel }) => channel === 'letter').length
  const totalCents = sum(messages.map(({ totalCents }) => totalCents))
  const words = textsOf(texts, context.locale).preview
  const day = formatDay(on, context.locale, 'long')
  const sentence =
    messages.length === 0
      ? words.nothing(day)
      : words.some(day, messages.length, invoiceCount, formatMoney(totalCents, context.locale)) +
        (letters === 0 ? '' : words.letters(letters))
  const rows = messages.slice(0, SHOWN).map(({ channel, customerId, customerName, invoices, totalCents }) => ({
    customerId,
    customerName,
    invoices,
    total: moneyText(totalCents),
    channel,
  }))
  return { on, customers: messages.length, invoices: invoiceCount, letters, total: moneyText(totalCents), rows, sentence }
}

async function ripeOn(context: ReadContext, moment: Moment, delayDays: number) {
  const rule = { enabled: true, delayDays }
  const messages: ReturnType<typeof messageOf>[] = []
  let after: Id | undefined
  do {
    const ids = await ripeCustomerIds(context, addDays(moment.today, -delayDays), after, BATCH)
    for (const customer of await chasedCustomers(context, ids)) {
      const decision = decide({ rule, customer, moment })
      if (decision.kind === 'remind') messages.push(messageOf(customer, decision))
    }
    after = ids.length === BATCH ? ids.at(-1) : undefined
  } while (after !== undefined)
  return messages
}

const messageOf = ({ email, id, name }: ChasedCustomer, { listed, totalCents }: Extract<Decision, { kind: 'remind' }>) => ({
  customerId: id,
  customerName: name,
  invoices: new Set(listed.map(({ invoiceId }) => invoiceId)).size,
  totalCents,
  channel: email === null ? ('letter' as const) : ('email' as const),
})
