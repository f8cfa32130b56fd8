/** What goes wrong: credit notes, disputes, and the invoices that are still unpaid when the story ends. */
import { type Day, addDays, daysBetween } from '#core/day'
import { parseMoney, type Cents } from '#core/money'
import { quantityText, parseQuantity, type Quantity } from '#core/quantity'
import { workingDayFrom } from '#core/working-day'
import type { Chance } from './chance.ts'
import type { Player } from './customers.ts'
import { numberSeries } from './numbers.ts'
import type { CreditNoteIssued, InvoiceIssued, Line, WorldEvent } from './plan.ts'
import { totalsOf, totalsText } from './totals.ts'

type DisputeNoted = Extract<WorldEvent, { kind: 'dispute-noted' }>

const CREDITED_SHARE = 0.02
const FULL_REASONS = ['Facture établie deux fois', 'Commande annulée avant fabrication', 'Facture adressée au mauvais destinataire']
const PARTIAL_REASONS = {
  time: ['Heures prévues mais non effectuées', 'Heures facturées deux fois'],
  things: ['Quantité facturée en trop', 'Article retourné', 'Article livré abîmé, non remplacé'],
}
const DISPUTES = [
  'Le client conteste le nombre d’heures facturées.',
  'Vantail qui frotte : le client attend notre passage avant de payer.',
  'Le client dit ne pas avoir reçu le bon de livraison signé.',
  'Teinte de la finition contestée, échantillon à présenter.',
  'Le client attend un avoir pour un plan de travail rayé.',
  'Numéro d’engagement refusé par le comptable public.',
]

/** Invoices of the last days are left alone: nobody has complained yet. */
const QUIET_DAYS = 25

/** About 2 % of the invoices, one in three of them in full, always some days after issue and before any payment. */
export function creditNotesOf(invoices: readonly InvoiceIssued[], until: Day, pattern: string, chance: Chance): CreditNoteIssued[] {
  const candidates = chance.shuffled(invoices.filter((invoice) => mayBeCredited(invoice, until)))
  const chosen = candidates.slice(0, Math.round(invoices.length * CREDITED_SHARE))
  const drafts = chosen.map((invoice, index) => ({
    invoice,
    full: index % 3 === 0,
    on: workingDayFrom(addDays(invoice.on, chance.whole(3, 12))),
  }))
  drafts.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const numberOf = numberSeries(pattern)
  return drafts.map(({ invoice, full, on }, index) => {
    const lines = full ? invoice.lines.map((line, ofLine) => ({ ...line, ofLine })) : [partOfOneLine(invoice.lines, chance)]
    return {
      kind: 'credit-note',
      on,
      key: `credit-note-${String(index + 1).padStart(2, '0')}`,
      number: numberOf(on),
      invoice: invoice.key,
      scope: full ? 'full' : 'partial',
      lines,
      reason: chance.pick(full ? FULL_REASONS : lines[0]?.unit === 'HUR' ? PARTIAL_REASONS.time : PARTIAL_REASONS.things),
      totals: totalsText(totalsOf(lines)),
    }
  })
}

/** Enough time has passed, one line can be credited in part, and the terms are the usual ones. */
function mayBeCredited({ on, lines, terms }: InvoiceIssued, until: Day): boolean {
  return daysBetween(on, until) > QUIET_DAYS && lines.length > 1 && (terms === 'net_30' || terms === 'eom_30' || terms === 'eom_45')
}

function partOfOneLine(lines: readonly Line[], chance: Chance): Line & { ofLine: number } {
  const ranked = lines.map((line, ofLine) => ({ ...line, ofLine }))
  const divisible = ranked.filter(({ quantity }) => parseQuantity(quantity) >= 20_000n)
  const line = chance.pick(divisible.length > 0 ? divisible : ranked)
  const wholeUnits = parseQuantity(line.quantity) / 10_000n
  const credited = wholeUnits >= 2n ? ((((wholeUnits + 3n) / 4n) * 10_000n) as Quantity) : parseQuantity(line.quantity)
  return { ...line, quantity: quantityText(credited) }
}

/** Days past due that the unpaid invoices of the end must have: so many of them in each column of the aged balance. */
const STILL_UNPAID: readonly (readonly [fromDays: number, toDays: number, count: number])[] = [
  [33, 58, 1],
  [63, 88, 1],
  [93, 118, 2],
  [125, 210, 2],
]

/** A few ordinary invoices that are not paid when the story ends, and all those that a customer in difficulty has left. */
export function unpaidAtTheEnd(
  invoices: readonly InvoiceIssued[],
  players: readonly Player[],
  until: Day,
  excluded: ReadonlySet<string>,
  chance: Chance,
): Set<string> {
  const unpaid = new Set<string>()
  const roles = new Map(players.map(({ role, customer }) => [customer.key, role]))
  const firmDebts = invoices
    .filter(
      ({ key, customer, totals }) =>
        roles.get(customer)?.kind === 'company' && !excluded.has(key) && !isSmallOrHuge(parseMoney(totals.gross)),
    )
    .map(({ key, instalments }) => ({ key, pastDueDays: daysBetween(instalments.at(-1)?.dueOn ?? until, until) }))
  for (const [fromDays, toDays, count] of STILL_UNPAID) {
    const candidates = firmDebts.filter(({ pastDueDays }) => pastDueDays >= fromDays && pastDueDays <= toDays)
    for (const { key } of chance.shuffled(candidates).slice(0, count)) unpaid.add(key)
  }
  for (const { key, customer, instalments } of invoices) {
    const difficulty = roles.get(customer)?.inDifficulty
    if (difficulty && daysBetween(instalments[0]?.dueOn ?? until, until) < difficulty.paysUntilDaysBefore) unpaid.add(key)
  }
  return unpaid
}

const isSmallOrHuge = (grossCents: Cents): boolean => grossCents < 40_000n || grossCents > 450_000n

/** Some of the unpaid invoices are disputed, and some that were paid in the end had been. */
export function disputesOf(invoices: readonly InvoiceIssued[], unpaid: ReadonlySet<string>, until: Day, chance: Chance): DisputeNoted[] {
  const old = invoices.filter(({ on }) => daysBetween(on, until) > QUIET_DAYS)
  const open = old.filter(({ key }) => unpaid.has(key)).slice(0, 4)
  const settled = chance.shuffled(old.filter(({ key }) => !unpaid.has(key))).slice(0, 5)
  return [...open, ...settled].map((invoice, index) => ({
    kind: 'dispute-noted',
    on: workingDayFrom(addDays(invoice.on, chance.whole(6, 20))),
    invoice: invoice.key,
    text: DISPUTES[index % DISPUTES.length] ?? '',
  }))
}
