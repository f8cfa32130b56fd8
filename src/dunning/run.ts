import type { Id } from '#core/ids'
import { addDays, dayInParis } from '#core/day'
import type { Clock } from '#platform/clock'
import type { WriteContext } from '#platform/context'
import { type Database, readIn } from '#platform/db'
import type { WriteDoor } from '#platform/write-door'
import type { Outgoing } from '#portal'
import { holdOpenItems } from '#receivables'
import { remind } from './remind.ts'
import { decide } from './rules/decide.ts'
import { closedAt, momentAt } from './rules/hours.ts'
import { type ChasedCustomer, chasedCustomers, loadRule, ripeCustomerIds } from './store.ts'

export type DunningParts = { readonly database: Database; readonly clock: Clock; readonly write: WriteDoor; readonly outgoing: Outgoing }

/** Customers looked at in one read. */
const BATCH = 200

/**
 * What happens by itself every hour: for every company whose rule is on, each customer with something ripe is decided upon, and reminded
 * in a transaction of their own. One that fails does not keep the others waiting; the next run finds it again.
 */
export async function runDunning(parts: DunningParts): Promise<void> {
  if (closedAt(momentAt(parts.clock.now())) !== undefined) return
  const companies = await parts.database.owner.selectFrom('dunning_settings').select('company_id').where('enabled', '=', true).execute()
  const failures: unknown[] = []
  for (const { company_id: companyId } of companies) {
    for await (const customer of ripeCustomers(parts, companyId)) {
      await remindByRule(parts, companyId, customer).catch((error: unknown) => failures.push(error))
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} reminders could not be made`)
}

/** Those whose reminder would leave now, as far as a glance tells; the transaction of each decides again. */
async function* ripeCustomers({ clock, database }: DunningParts, companyId: Id): AsyncGenerator<ChasedCustomer> {
  const moment = momentAt(clock.now())
  let after: Id | undefined
  do {
    const batch = await readIn(database, { companyId, personId: undefined }, async (db) => {
      const tenant = { db, companyId }
      const rule = await loadRule(tenant)
      const ids = await ripeCustomerIds(tenant, addDays(dayInParis(clock.now()), -rule.delayDays), after, BATCH)
      const customers = await chasedCustomers(tenant, ids)
      return {
        last: ids.length === BATCH ? ids.at(-1) : undefined,
        ready: customers.filter((customer) => decide({ rule, customer, moment }).kind === 'remind'),
      }
    })
    yield* batch.ready
    after = batch.last
  } while (after !== undefined)
}

async function remindByRule(parts: DunningParts, companyId: Id, { id: customerId, locale }: ChasedCustomer): Promise<void> {
  await parts.write(
    {
      operation: 'dunning.remind',
      companyId,
      personId: undefined,
      actor: { kind: 'system', name: 'dunning' },
      locale,
      input: { customerId },
    },
    (context) => remindIfStillDue(context, customerId, parts.outgoing),
  )
}

/** Looked at again where nothing can move any more: paid, credited, reminded or switched off meanwhile means no message; moving means next hour. */
async function remindIfStillDue(context: WriteContext, customerId: Id, outgoing: Outgoing): Promise<void> {
  if (!(await holdOpenItems(context, customerId))) return
  const rule = await loadRule(context)
  const [customer] = await chasedCustomers(context, [customerId])
  if (!customer) return
  const decision = decide({ rule, customer, moment: momentAt(context.now) })
  if (decision.kind === 'remind') await remind(context, outgoing, { ...decision, customer, origin: 'rule' })
}
