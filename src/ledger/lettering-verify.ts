import { sql } from 'kysely'
import type { Id } from '#core/ids'
import type { Db } from '#platform/db'
import { ACCOUNTS } from './rules/accounts.ts'

/** Enough to know what is wrong; a broken database could have millions. */
const FAULTS_SHOWN = 100

/**
 * Finds every group of a company again. A piece is an invoice or credit note with its instalments, or a payment with its reversal; what is linked
 * with an open piece waits. Each fault is a sentence for whoever runs `encours verify`: account 411 moved without items or otherwise than they, a
 * closed group without code, a code on what waits, two codes in one group, a lettering that does not add up to nothing.
 */
export async function letteringFaults(db: Db, companyId: Id): Promise<string[]> {
  const { rows } = await sql<{ piece: string; fault: string }>`
    with recursive pieces as (
      select coalesce(invoice_id, payment_id) as id, max(coalesce(nullif(reference, ''), kind || ' of ' || dated_on)) as name,
        bool_and(open_cents = 0) as closed, sum(amount_cents) as cents
      from receivable_items where company_id = ${companyId} group by 1
    ), made as (
      select coalesce(debit.invoice_id, debit.payment_id) as one, coalesce(credit.invoice_id, credit.payment_id) as other
      from allocations allocation
      join receivable_items debit on debit.id = allocation.debit_item_id
      join receivable_items credit on credit.id = allocation.credit_item_id
      where allocation.company_id = ${companyId} and allocation.undoes_id is null
        and not exists (select from allocations undoing where undoing.undoes_id = allocation.id)
    ), linked as materialized (
      select one, other from made union select other, one from made
    ), waiting (id) as (
      select id from pieces where not closed
      union
      select linked.other from waiting join linked on linked.one = waiting.id
    ), in_force as (
      select line.entry_id, line.position, line.lettering_id from lettered_lines line
      where line.company_id = ${companyId} and not exists (select from unletterings ended where ended.lettering_id = line.lettering_id)
    ), booked as materialized (
      select coalesce(entry.payment_id, entry.invoice_id) as id, max(entry.piece_reference) as name,
        sum(line.debit_cents - line.credit_cents) as cents, count(*) as lines, count(in_force.lettering_id) as lettered,
        min(in_force.lettering_id::text) as lettering, max(in_force.lettering_id::text) as another
      from ledger_lines line
      join ledger_entries entry on entry.id = line.entry_id
      left join in_force on in_force.entry_id = line.entry_id and in_force.position = line.position
      where line.company_id = ${companyId} and line.account = ${ACCOUNTS.customers}
      group by 1
    )
    select coalesce(pieces.name, booked.name) as piece, coalesce(booked.cents, 0) || ' cents on account 411, ' || coalesce(pieces.cents, 0) || ' in items' as fault
    from booked full join pieces on pieces.id = booked.id where coalesce(booked.cents, 0) <> coalesce(pieces.cents, 0)
    union all
    select pieces.name, 'closed with all it is linked to, and not lettered'
    from booked join pieces on pieces.id = booked.id where booked.lettered < booked.lines and not exists (select from waiting where waiting.id = booked.id)
    union all
    select pieces.name, 'lettered while something it is linked to is open'
    from booked join pieces on pieces.id = booked.id where booked.lettered > 0 and exists (select from waiting where waiting.id = booked.id)
    union all
    select pieces.name, 'bears another code than what it is linked to'
    from booked join pieces on pieces.id = booked.id join linked on linked.one = booked.id join booked near on near.id = linked.other
    where booked.lettering <> near.another
    union all
    select customers.name, 'lettering ' || lettering.number || ' adds up to ' || sum(line.debit_cents - line.credit_cents) || ' cents'
    from letterings lettering
    join customers on customers.id = lettering.customer_id
    join lettered_lines lettered on lettered.lettering_id = lettering.id
    join ledger_lines line on line.entry_id = lettered.entry_id and line.position = lettered.position
    where lettering.company_id = ${companyId}
    group by lettering.id, customers.name having sum(line.debit_cents) <> sum(line.credit_cents)
    limit ${FAULTS_SHOWN}`.execute(db)
  return rows.map(({ fault, piece }) => `${piece}: ${fault}`)
}
