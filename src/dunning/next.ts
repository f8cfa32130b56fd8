import type { z } from 'zod'
import { Refusal } from '#core/refusal'
import { formatDay, formatMoney, type Locale, textsOf } from '#core/text'
import { findInvoice } from '#invoices'
import type { OperationsOf } from '#platform/api'
import type { dunningContract, nextOut } from './contract.ts'
import { MINIMUM_GAP_DAYS } from './rules/decide.ts'
import { momentAt } from './rules/hours.ts'
import { type Block, type NextReminder, nextReminder, type Why } from './rules/next-reminder.ts'
import { chasedCustomers, loadRule } from './store.ts'
import { texts } from './texts.ts'

type Operations = OperationsOf<typeof dunningContract>

export const next: Operations['next'] = async (context, { invoiceId }) => {
  const invoice = await findInvoice(context, invoiceId)
  if (!invoice) throw new Refusal('not_found', { status: 404 })
  const [customer] = invoice.customer_id === null ? [] : await chasedCustomers(context, [invoice.customer_id])
  if (!customer) return presentNext({ on: null, why: { code: 'nothing_open' } }, context.locale)
  const instalments = customer.instalments.filter((instalment) => instalment.invoiceId === invoiceId)
  return presentNext(nextReminder({ rule: await loadRule(context), customer, moment: momentAt(context.now), instalments }), context.locale)
}

/** « Prochaine relance le … parce que … » and « pas aujourd’hui : … ». */
export function presentNext({ blockedBy, on, why }: NextReminder, locale: Locale): z.input<typeof nextOut> {
  const words = textsOf(texts, locale).next
  const because = whyText(why, locale)
  const sentence =
    on === null ? words.none(because) : blockedBy === undefined ? words.today(because) : words.on(formatDay(on, locale, 'long'), because)
  const blocked = blockedBy === undefined ? null : { code: blockedBy.code, sentence: blockText(blockedBy, locale) }
  // Held without a day: what holds it says it all.
  return { on, sentence: on === null && blocked !== null ? blocked.sentence : sentence, blocked }
}

function whyText(why: Why, locale: Locale): string {
  const words = textsOf(texts, locale).next
  if (why.code === 'late') return words.late(formatDay(why.dueOn, locale, 'long'), why.delayDays)
  return why.code === 'reminded' ? words.reminded(formatDay(why.remindedOn, locale, 'long')) : words.nothingOpen
}

function blockText(block: Block, locale: Locale): string {
  const words = textsOf(texts, locale).notToday
  if (block.code === 'money_unallocated') return words.money_unallocated(formatMoney(block.unallocatedCents, locale))
  if (block.code === 'too_soon') return words.too_soon(formatDay(block.lastContactOn, locale, 'long'), MINIMUM_GAP_DAYS)
  if (block.code === 'not_ripe') return words.not_ripe(formatDay(block.until, locale, 'long'))
  return words[block.code]
}
