import { sql } from 'kysely'
import { moneyText, toCents } from '#core/money'
import { type Locale, textsOf } from '#core/text'
import type { OperationsOf } from '#platform/api'
import { placeOfCursor } from '#platform/cursor'
import type { ledgerContract } from './contract.ts'
import { ACCOUNT_LABELS, ACCOUNTS } from './rules/accounts.ts'
import { letteringCode } from './rules/lettering.ts'
import * as store from './store.ts'

type Operations = OperationsOf<typeof ledgerContract>

function labelOf(account: string, locale: Locale): string {
  const label = ACCOUNT_LABELS[account]
  return label === undefined ? account : textsOf(label, locale)
}

const amount = (cents: bigint): string => moneyText(toCents(cents))

export const entries: Operations['entries'] = async (context, { cursor, journal, limit }) => {
  const rows = await store.listEntries(context, { journal, before: placeOfCursor(cursor), limit: limit + 1 })
  const last = rows.at(limit - 1)
  return {
    rows: rows.slice(0, limit).map((row) => ({
      id: row.id,
      journal: row.journal,
      number: `${row.year}-${row.number}`,
      entryOn: row.entry_on,
      pieceReference: row.piece_reference,
      label: row.label,
      invoiceId: row.invoice_id,
      lines: row.lines.map((line) => ({
        account: line.account,
        accountLabel: labelOf(line.account, context.locale),
        auxiliary: line.auxiliary,
        debit: amount(line.debit_cents),
        credit: amount(line.credit_cents),
        lettering: line.lettering ? { code: letteringCode(line.lettering.number), on: line.lettering.letteredOn } : null,
      })),
    })),
    nextCursor: rows.length > limit && last ? `${last.entry_on}_${last.id}` : null,
  }
}

export const balances: Operations['balances'] = async (context, { on = context.today }) => {
  const rows = await store.balances(context, on)
  return {
    on,
    accounts: rows.map((row) => ({
      account: row.account,
      label: labelOf(row.account, context.locale),
      debit: amount(row.debit),
      credit: amount(row.credit),
      balance: amount(row.debit - row.credit),
    })),
  }
}

/** The check any user may run: account 411 against open items, customer by customer. */
export const check: Operations['check'] = async (context) => {
  const differences = await store.receivableDifferences(context.db, context.companyId)
  const totals = await sql<{ ledger: bigint; open: bigint }>`select
    coalesce((select sum(debit_cents - credit_cents) from ledger_lines where company_id = ${context.companyId} and account = ${ACCOUNTS.customers}), 0)::bigint as ledger,
    coalesce((select sum(open_cents) from receivable_items where company_id = ${context.companyId} and settled_on is null), 0)::bigint as open`.execute(
    context.db,
  )
  return {
    balance411: amount(totals.rows[0]?.ledger ?? 0n),
    open: amount(totals.rows[0]?.open ?? 0n),
    differences: differences.map((row) => ({ customerId: row.customer_id, ledger: amount(row.ledger), open: amount(row.open) })),
    faults: await store.ledgerFaults(context.db, context.companyId),
  }
}
