/** Lines booked to accounts: money that is no customer's. */
import { type SqlBool, sql } from 'kysely'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import { toCents } from '#core/money'
import type { BasisPoints } from '#core/quantity'
import { OWN_TRANSFERS } from '#ledger'
import type { Tenant, WriteContext } from '#platform/context'
import type { Db } from '#platform/db'
import type { Evidence, Part } from './rules/index.ts'

export type NewBooking = {
  readonly lineId: Id
  readonly origin: 'automatic' | 'manual'
  readonly note: string
  readonly evidence: readonly Evidence[]
  readonly otherLineId: Id | null
  readonly applicationId: Id | null
  readonly parts: readonly Part[]
}

export async function insertBooking(context: WriteContext, booking: NewBooking): Promise<void> {
  const id = context.newId()
  await context.db
    .insertInto('line_bookings')
    .values({
      id,
      company_id: context.companyId,
      line_id: booking.lineId,
      origin: booking.origin,
      note: booking.note,
      evidence: JSON.stringify(booking.evidence),
      other_line_id: booking.otherLineId,
      application_id: booking.applicationId,
      made_at: context.now,
    })
    .execute()
  await context.db
    .insertInto('line_booking_parts')
    .values(
      booking.parts.map((part, index) => ({
        booking_id: id,
        company_id: context.companyId,
        position: index + 1,
        account: part.account,
        amount_cents: part.amountCents,
        vat_rate: part.vatRate,
        vat_cents: part.vatCents,
      })),
    )
    .execute()
}

/** The bookings in force of some lines, with their parts. */
export async function bookingsOf(tenant: Tenant, lineIds: readonly Id[]) {
  if (lineIds.length === 0) return []
  const rows = await tenant.db
    .selectFrom('line_bookings')
    .leftJoin('bank_lines as other', 'other.id', 'line_bookings.other_line_id')
    .leftJoin('bank_accounts as other_account', 'other_account.id', 'other.account_id')
    .select([
      'line_bookings.id',
      'line_bookings.line_id',
      'line_bookings.origin',
      'line_bookings.note',
      'line_bookings.evidence',
      'line_bookings.made_at',
      'line_bookings.other_line_id',
      'other.booked_on as other_on',
      'other_account.name as other_account',
    ])
    .where('line_bookings.company_id', '=', tenant.companyId)
    .where(sql<SqlBool>`line_bookings.line_id = any(${[...lineIds]}::uuid[])`)
    .where('line_bookings.undone_at', 'is', null)
    .execute()
  if (rows.length === 0) return []
  const parts = await tenant.db
    .selectFrom('line_booking_parts')
    .select(['booking_id', 'account', 'amount_cents', 'vat_rate', 'vat_cents'])
    .where('company_id', '=', tenant.companyId)
    .where(sql<SqlBool>`booking_id = any(${rows.map(({ id }) => id)}::uuid[])`)
    .orderBy('booking_id')
    .orderBy('position')
    .execute()
  const partsByBooking = Map.groupBy(parts, (part) => part.booking_id)
  return rows.map((row) =>
    Object.assign(row, {
      parts: (partsByBooking.get(row.id) ?? []).map((part): Part => ({
        account: part.account,
        amountCents: toCents(part.amount_cents),
        vatRate: part.vat_rate as BasisPoints | null,
        vatCents: toCents(part.vat_cents),
      })),
    }),
  )
}

/** Lines between two days, of these amounts the other way round, booked as an own transfer whose other side was not there yet. */
export async function loneTransfers(tenant: Tenant, amounts: readonly bigint[], from: Day, to: Day) {
  return tenant.db
    .selectFrom('line_bookings as booking')
    .innerJoin('line_booking_parts as part', 'part.booking_id', 'booking.id')
    .innerJoin('bank_lines as line', 'line.id', 'booking.line_id')
    .select(['line.id as lineId', 'line.account_id as accountId', 'line.booked_on as bookedOn', 'line.amount_cents as amountCents'])
    .where('booking.company_id', '=', tenant.companyId)
    .where('booking.undone_at', 'is', null)
    .where('booking.other_line_id', 'is', null)
    .where('part.account', '=', OWN_TRANSFERS)
    .where('line.booked_on', '>=', from)
    .where('line.booked_on', '<=', to)
    .where(sql<SqlBool>`line.amount_cents = any(${amounts.map((amount) => -amount)}::bigint[])`)
    .where(sql<SqlBool>`part.amount_cents = abs(line.amount_cents)`)
    .where(sql<SqlBool>`not exists (select from line_bookings met where met.other_line_id = line.id and met.undone_at is null)`)
    .execute()
}

export async function endBooking(context: WriteContext, bookingId: Id): Promise<void> {
  await context.db
    .updateTable('line_bookings')
    .set({ undone_at: context.now })
    .where('company_id', '=', context.companyId)
    .where('id', '=', bookingId)
    .execute()
}

/** Lines whose booking was taken back. */
export async function unbookedLines(tenant: Tenant, lineIds: readonly Id[]): Promise<Id[]> {
  const rows = await tenant.db
    .selectFrom('line_bookings')
    .select('line_id')
    .distinct()
    .where('company_id', '=', tenant.companyId)
    .where(sql<SqlBool>`line_id = any(${[...lineIds]}::uuid[])`)
    .where('undone_at', 'is not', null)
    .execute()
  return rows.map((row) => row.line_id)
}

/** Enough to know what is wrong. */
const FAULTS_NAMED = 20

/** Lines whose booking is not what the books hold of them: on the bank the whole line while it is in force, nothing once taken back. */
export async function verifyBookings(db: Db, companyId: Id): Promise<string[]> {
  const { rows } = await sql<{ line_id: Id; wanted: bigint; parts: bigint; booked: bigint }>`
    with booked as (
      select entry.bank_line_id as line_id, sum(line.debit_cents - line.credit_cents) filter (where line.account = '512000') as cents
      from ledger_entries entry join ledger_lines line on line.entry_id = entry.id
      where entry.company_id = ${companyId} and entry.bank_line_id is not null and entry.payment_id is null group by entry.bank_line_id
    ), wanted as (
      select booking.line_id,
        sum(case when booking.undone_at is null then line.amount_cents else 0 end) as cents,
        sum(case when booking.undone_at is null then parts.cents * sign(line.amount_cents) else 0 end) as parts
      from line_bookings booking
      join bank_lines line on line.id = booking.line_id
      cross join lateral (select sum(amount_cents) as cents from line_booking_parts part where part.booking_id = booking.id) parts
      where booking.company_id = ${companyId} group by booking.line_id
    )
    select line_id, coalesce(wanted.cents, 0)::bigint as wanted, coalesce(wanted.parts, 0)::bigint as parts, coalesce(booked.cents, 0)::bigint as booked
    from wanted full join booked using (line_id)
    where coalesce(wanted.cents, 0) <> coalesce(booked.cents, 0) or coalesce(wanted.cents, 0) <> coalesce(wanted.parts, 0)
    order by line_id limit ${FAULTS_NAMED}`.execute(db)
  return rows.map(
    ({ booked, line_id, parts, wanted }) => `bank line ${line_id}: ${wanted} cents, ${parts} in parts, ${booked} on account 512`,
  )
}
