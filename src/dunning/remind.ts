import { loadCompany } from '#company'
import type { Id } from '#core/ids'
import type { Cents } from '#core/money'
import { enqueueMail } from '#mail'
import type { WriteContext } from '#platform/context'
import type { Outgoing } from '#portal'
import { composeReminder } from './compose.ts'
import { reminderSent, reminderToPost } from './events.ts'
import { type OpenInstalment, totalOf } from './rules/decide.ts'
import { type ChasedCustomer, insertReminder } from './store.ts'

export type Wish = {
  readonly customer: ChasedCustomer
  readonly origin: 'rule' | 'hand'
  readonly listed: readonly OpenInstalment[]
  /** The instalments that have this step's reminder by it. */
  readonly ripe: ReadonlySet<Id>
  readonly totalCents: Cents
}

export type Reminded = { readonly reminderId: Id; readonly channel: 'email' | 'letter'; readonly to: readonly string[] }

/** Records the reminder with its message in one transaction. A customer without e-mail gets a letter to post rather than silence. */
export async function remind(context: WriteContext, outgoing: Outgoing, wish: Wish): Promise<Reminded> {
  const { customer, listed, origin } = wish
  const reminderId = context.newId()
  const to = customer.email === null ? [] : [customer.email]
  const mailId = customer.email === null ? null : await mail(context, outgoing, wish, to)
  await insertReminder(context, { ...wish, id: reminderId, customerId: customer.id, to, mailId })
  const channel = mailId === null ? 'letter' : 'email'
  const leaves = channel === 'email' && outgoing.leaves
  const tell = channel === 'letter' ? reminderToPost : reminderSent
  for (const [invoiceId, instalments] of Map.groupBy(listed, (instalment) => instalment.invoiceId)) {
    const openCents = totalOf(instalments)
    context.record(
      tell(
        { customerId: customer.id, invoiceId },
        { reminderId, number: instalments[0]?.number ?? '', openCents, origin, channel, to, leaves },
      ),
    )
  }
  return { reminderId, channel, to }
}

async function mail(context: WriteContext, { links }: Outgoing, { customer, listed }: Wish, to: readonly string[]): Promise<Id> {
  const words = composeReminder({ company: await loadCompany(context), customer, listed, links, today: context.today })
  return enqueueMail(context, { kind: 'reminder', to, ...words, about: { customerId: customer.id } })
}
