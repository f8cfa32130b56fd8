import { sql } from 'kysely'
import { moneyText, toCents } from '#core/money'
import type { OperationsOf } from '#platform/api'
import { placeOfCursor } from '#platform/cursor'
import type { ledgerContract } from './contract.ts'
import { accountLabel } from './rules/account-label.ts'
import { ACCOUNTS } from './rules/accounts.ts'
import { accountProblem, usualAccountsLike } from './rules/usual-accounts.ts'
import { letteringCode } from './rules/lettering.ts'
import * as store from './store.ts'

type Operations = OperationsOf<typeof ledgerContract>

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
        accountLabel: accountLabel(line.account, context.locale),
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
      label: accountLabel(row.account, context.locale),
      debit: amount(row.debit),
      credit: amount(row.credit),
      balance: amount(row.debit - row.credit),
    })),
  }
}

/** Accounts used before come first: most months look like the one before. */
export const accounts: Operations['accounts'] = async (context, { search }) => {
  const used = await store.accountsOfBankOperations(context)
  const usual = usualAccountsLike(search, context.locale)
  const places = new Map(used.map((account, index) => [account, index]))
  const known = new Set(usual.map(({ account }) => account))
  const typed = search.replace(/\s/g, '')
  const others = used.filter((account) => !known.has(account) && account.startsWith(typed) && accountProblem(account) === undefined)
  const place = (account: string): number => places.get(account) ?? used.length
  return {
    accounts: [...usual, ...others.map((account) => ({ account, label: accountLabel(account, context.locale) }))].toSorted(
      (a, b) => place(a.account) - place(b.account),
    ),
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
