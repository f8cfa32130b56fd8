import { loadCompany } from '#company'
import { contactsOf, findCustomer } from '#customers'
import { negate, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import { type Locale, textsOf } from '#core/text'
import { lookOf, partiesOf } from '#invoices'
import type { OperationsOf } from '#platform/api'
import { amount, itemsStanding, pastDay, type StandingRow } from '#receivables'
import { drawStatement, epcPayload, type Statement, type StatementItem } from '#templates'
import type { statementsContract } from './contract.ts'
import { STATEMENT_LIMIT, tooLong } from './get.ts'
import { texts } from './texts.ts'

type Operations = OperationsOf<typeof statementsContract>

/** In the customer's language, with what is open piece by piece, and the code that pays it all. */
export const drawnStatement: Operations['pdf'] = async (context, { customerId, ...asked }) => {
  const asOf = pastDay(context, asked.asOf)
  const customer = await findCustomer(context, customerId)
  if (!customer) throw new Refusal('not_found', { status: 404 })
  const company = await loadCompany(context)
  const open = await itemsStanding(context, { customerId, asOf, limit: STATEMENT_LIMIT + 1 })
  if (open.length > STATEMENT_LIMIT) throw tooLong()
  const locale = customer.language as Locale
  const words = textsOf(texts, locale)
  const parties = partiesOf(company, customer, await contactsOf(context, customerId))
  const owedCents = toCents(open.reduce((total, row) => total + row.open_cents, 0n))
  const bic = company.bic === null ? {} : { bic: company.bic }
  const statement: Statement = {
    company: parties.seller,
    customer: parties.buyer,
    asOf,
    currency: 'EUR',
    items: open.map((row) => itemOf(row, words.pieces[row.kind])),
    reference: customer.code,
    // 58 is the SEPA credit transfer (UNTDID 4461).
    ...(company.iban === null
      ? {}
      : { payment: { meansCode: '58', iban: company.iban, accountName: company.name, remittance: customer.code, ...bic } }),
  }
  const qr =
    company.iban === null || owedCents <= 0n
      ? {}
      : { qr: epcPayload({ name: company.name, iban: company.iban, ...bic, amountCents: owedCents, remittance: customer.code }) }
  const bytes = await drawStatement({ statement, look: lookOf(company), locale, ...qr, at: context.now })
  return new File([new Uint8Array(bytes)], `${words.file}-${customer.code}-${asOf}.pdf`, { type: 'application/pdf' })
}

/** A payment without a reference is named for what it is. Money has no due day. */
function itemOf(row: StandingRow, piece: string): StatementItem {
  return {
    number: row.reference === '' ? piece : row.reference,
    issuedOn: row.dated_on,
    ...(row.amount_cents > 0n ? { dueOn: row.due_on } : {}),
    amount: amount(row.amount_cents),
    paid: amount(row.amount_cents < 0n ? negate(toCents(row.open_cents - row.amount_cents)) : row.amount_cents - row.open_cents),
    remaining: amount(row.open_cents),
  }
}
