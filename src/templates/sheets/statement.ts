/** A statement of account as its template reads it: only texts, already written for the reader. */
import type { Day } from '#core/day'
import { type Cents, parseMoney } from '#core/money'
import { type Locale, formatDay, formatMoney, textsOf } from '#core/text'
import type { Decimal, Party, PaymentInstructions } from '#einvoice'
import type { DrawnLook } from '../look.ts'
import { type AgeName, ageing } from '../rules/ageing.ts'
import { type DocumentTexts, texts } from '../texts.ts'
import { drawnBuyer, drawnSeller, sellerInLaw } from './party.ts'
import { type DrawnAsk, type Fact, payBy } from './payment.ts'

export type StatementItem = {
  readonly number: string
  readonly issuedOn: Day
  /** Absent for credit notes and unallocated payments. */
  readonly dueOn?: Day
  /** Credits are negative. */
  readonly amount: Decimal
  readonly paid: Decimal
  readonly remaining: Decimal
}

export type Statement = {
  readonly company: Party
  readonly customer: Party
  readonly asOf: Day
  readonly currency: string
  /** In the order printed; the running balance follows it. */
  readonly items: readonly StatementItem[]
  readonly payment?: PaymentInstructions
  /** What the payer should quote: the customer's account number. */
  readonly reference: string
}

const AGES: readonly AgeName[] = ['notDue', 'to30', 'to60', 'to90', 'over90']

export function statementSheet({
  statement,
  locale,
  look,
  qr,
}: {
  statement: Statement
  locale: Locale
  look: DrawnLook
  qr: string | null
}) {
  const words = textsOf(texts, locale)
  const { company, customer, asOf, items } = statement
  const home = company.address.country
  const money = (amount: Cents | Decimal): string => formatMoney(amount, locale, statement.currency)
  const account = ageing(
    items.map((item) => ({ remainingCents: parseMoney(item.remaining), ...(item.dueOn === undefined ? {} : { dueOn: item.dueOn }) })),
    asOf,
  )
  const owes = account.totalCents > 0n
  return {
    look,
    title: words.statementTitle,
    number: customer.name,
    asOfText: `${words.facts.asOf} ${formatDay(asOf, locale, 'long')}`,
    running: `${company.tradingName ?? company.name} · ${words.statementTitle} · ${formatDay(asOf, locale, 'long')}`,
    page: { word: words.page, of: words.pageOf },
    seller: drawnSeller(company, home, locale),
    sellerInLaw: sellerInLaw(company, words),
    customerLabel: words.customer,
    buyer: drawnBuyer(customer, home, locale, words),
    facts: [{ label: words.pay.quote, value: statement.reference }] satisfies Fact[],
    ask: drawnBalance(account.totalCents, account.lateCents, money, words),
    pay: statement.payment && owes ? payBy(statement.payment, company, statement.reference, qr, words) : null,
    head: Object.values(words.statement.columns),
    rows: items.map((item, index) => [
      item.number,
      formatDay(item.issuedOn, locale),
      item.dueOn === undefined ? '' : formatDay(item.dueOn, locale),
      lateText(account.daysLate[index] ?? 0, words),
      money(item.amount),
      parseMoney(item.paid) === 0n ? '' : money(item.paid),
      money(item.remaining),
      money(account.balances[index] ?? account.totalCents),
    ]),
    nothingOpen: words.statement.nothingOpen,
    ages: {
      title: words.statement.agesTitle,
      head: [...AGES.map((age) => words.statement.ages[age]), words.statement.ages.total],
      amounts: [...AGES.map((age) => money(account.ages[age])), money(account.totalCents)],
    },
  }
}

function drawnBalance(totalCents: Cents, lateCents: Cents, money: (amount: Cents) => string, words: DocumentTexts): DrawnAsk {
  const { ask } = words
  const plain = { instalments: [], terms: null }
  if (totalCents <= 0n)
    return { ...plain, label: totalCents === 0n ? ask.balance : ask.balanceCredit, amount: money(absolute(totalCents)), detail: null }
  return {
    ...plain,
    label: ask.balance,
    amount: money(totalCents),
    detail: lateCents > 0n ? ask.ofWhichLate(money(lateCents)) : ask.nothingLate,
  }
}

const absolute = (amount: Cents): Cents => (amount < 0n ? -amount : amount) as Cents

const lateText = (days: number, words: DocumentTexts): string => (days === 0 ? '' : words.statement.daysLate(days))
