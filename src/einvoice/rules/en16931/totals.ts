/** BR-12 to BR-15 and BR-CO-10 to BR-CO-17: each total is there, and follows from the figures before it, to the cent. */
import type { AllowanceCharge, InvoiceTotals, Read, ReadInvoice, VatBreakdown } from '../../model.ts'
import type { Reading, Syntax } from '../../reading.ts'
import { count } from '../binding/binding-rule.ts'
import {
  type Figure,
  combine,
  disagree,
  figure,
  figureOrZero,
  isSignedZero,
  magnitude,
  ONE,
  percentage,
  roundToCent,
  roundToUnit,
  sumOf,
} from '../figures.ts'
import { type Breach, type Facts, type Rule, when, whereEach } from '../rule.ts'
import { isVat } from './vat/taxed.ts'

type Totals = Read<InvoiceTotals>

/** The group of totals; nothing when the file has none, though it may tell its VAT elsewhere. */
function totalsOf({ totals }: Pick<ReadInvoice, 'totals'>, reading: Reading | undefined): Totals | undefined {
  if (!reading) return totals
  const path = reading.syntax === 'UBL' ? 'LegalMonetaryTotal' : CII_TOTALS
  return count(reading.tree, path) > 0 ? (totals ?? {}) : undefined
}

const CII_TOTALS = 'SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/SpecifiedTradeSettlementHeaderMonetarySummation'

function exactly(found: string | undefined, expected: Figure): readonly Breach[] {
  if (found === undefined) return when(true, { found: '—', expected })
  const facts = disagree(figure(found), expected)
  return facts === false ? [] : when(true, facts)
}

/** A total that is missing is as wrong as one that differs; one that is no number is told elsewhere. */
const differs = (found: string | undefined, exact: Figure | undefined): readonly Breach[] =>
  exact === undefined ? [] : exactly(found, roundToCent(exact))

const amounts = ({ allowancesCharges }: ReadInvoice, kind: AllowanceCharge['kind']): (string | undefined)[] =>
  (allowancesCharges ?? []).filter((part) => part.kind === kind).map((part) => part.amount)

function presentRule(id: string, term: string, field: 'lineNet' | 'net' | 'gross' | 'due', fr: string, en: string): Rule {
  return {
    id,
    term,
    severity: 'fatal',
    path: `totals.${field}`,
    breaches: (invoice, _, reading) => {
      const totals = totalsOf(invoice, reading)
      return when(totals !== undefined && totals[field] === undefined)
    },
    fr: `${fr} manque.`,
    en: `${en} is missing.`,
  }
}

/** Said when a total cannot follow from a figure that is not there. */
const withoutBasis: readonly Breach[] = [{ facts: { found: '—', expected: '—' } }]

function partTotal(invoice: ReadInvoice, kind: AllowanceCharge['kind'], found: string | undefined): readonly Breach[] {
  const parts = amounts(invoice, kind)
  if (found === undefined && parts.length === 0) return []
  return differs(found, sumOf(parts))
}

function dueBreaches(totals: Totals, isCii: boolean): readonly Breach[] {
  if (totals.gross === undefined) return withoutBasis
  const [gross, paid, rounding] = [figure(totals.gross), figureOrZero(totals.paid), figureOrZero(totals.rounding)]
  const unrounded = combine([gross], [paid])
  if (unrounded === undefined || rounding === undefined) return []
  // For CII the rounding amount is taken as it is, for UBL it is rounded with the rest.
  return isCii ? exactly(totals.due, roundToCent(unrounded) + rounding) : differs(totals.due, unrounded + rounding)
}

/** Rows of these the published rules for CII judge by the rules of their category alone. */
const JUDGED_APART: ReadonlySet<string | undefined> = new Set(['O', 'L', 'M'])

/** For CII the published rule passes a difference of one whole unit, for UBL it does not. */
function wrongRow(row: Read<VatBreakdown>, syntax: Syntax): boolean | Facts {
  if (syntax === 'CII' && isVat(row) && JUDGED_APART.has(row.category)) return false
  const [base, rate, tax] = [figure(row.taxableAmount), isVat(row) ? figure(row.rate) : undefined, figure(row.taxAmount)]
  const rateText = row.rate ?? '0'
  if (row.taxAmount === undefined) return { found: '—', expected: '—', rate: rateText }
  if (tax === undefined) return false
  const isUntaxed = row.rate === undefined || !isVat(row) || (rate !== undefined && roundToUnit(rate) === 0n)
  if (isUntaxed) return roundToUnit(tax) !== 0n && { found: tax, expected: 0n, rate: rateText }
  if (row.taxableAmount === undefined) return { found: tax, expected: '—', rate: rateText }
  if (base === undefined || rate === undefined) return false
  const difference = magnitude(magnitude(tax) - percentage(magnitude(base), rate))
  return (syntax === 'CII' ? difference > ONE : difference >= ONE) && { found: tax, expected: percentage(base, rate), rate: rateText }
}

export const totalRules: readonly Rule[] = [
  presentRule('BR-12', 'BT-106', 'lineNet', 'Le total des lignes', 'The total of the lines'),
  presentRule('BR-13', 'BT-109', 'net', 'Le total HT', 'The total without VAT'),
  presentRule('BR-14', 'BT-112', 'gross', 'Le total TTC', 'The total with VAT'),
  presentRule('BR-15', 'BT-115', 'due', 'Le net à payer', 'The amount due'),
  {
    id: 'BR-CO-10',
    term: 'BT-106',
    severity: 'fatal',
    path: 'totals.lineNet',
    breaches: (invoice, _, reading) => {
      const totals = totalsOf(invoice, reading)
      return totals ? differs(totals.lineNet, sumOf((invoice.lines ?? []).map((line) => line.netAmount))) : []
    },
    fr: 'Le total des lignes ({found}) n’est pas la somme des montants nets des lignes ({expected}).',
    en: 'The total of the lines ({found}) is not the sum of the net amounts of the lines ({expected}).',
  },
  {
    id: 'BR-CO-11',
    term: 'BT-107',
    severity: 'fatal',
    path: 'totals.allowances',
    breaches: (invoice, _, reading) => {
      const totals = totalsOf(invoice, reading)
      return totals ? partTotal(invoice, 'allowance', totals.allowances) : []
    },
    fr: 'Le total des remises ({found}) n’est pas la somme des remises du document ({expected}).',
    en: 'The total of allowances ({found}) is not the sum of the allowances on the document ({expected}).',
  },
  {
    id: 'BR-CO-12',
    term: 'BT-108',
    severity: 'fatal',
    path: 'totals.charges',
    breaches: (invoice, _, reading) => {
      const totals = totalsOf(invoice, reading)
      return totals ? partTotal(invoice, 'charge', totals.charges) : []
    },
    fr: 'Le total des frais ({found}) n’est pas la somme des frais du document ({expected}).',
    en: 'The total of charges ({found}) is not the sum of the charges on the document ({expected}).',
  },
  {
    id: 'BR-CO-13',
    term: 'BT-109',
    severity: 'fatal',
    path: 'totals.net',
    breaches: (invoice, _, reading) => {
      const totals = totalsOf(invoice, reading)
      if (!totals) return []
      if (totals.lineNet === undefined) return withoutBasis
      return differs(totals.net, combine([figure(totals.lineNet), figureOrZero(totals.charges)], [figureOrZero(totals.allowances)]))
    },
    fr: 'Le total HT ({found}) n’est pas le total des lignes, moins les remises, plus les frais ({expected}).',
    en: 'The total without VAT ({found}) is not the total of the lines, less allowances, plus charges ({expected}).',
  },
  {
    id: 'BR-CO-14',
    term: 'BT-110',
    severity: 'fatal',
    path: 'totals.vat',
    breaches: ({ totals, vatBreakdown }, syntax) => {
      // For UBL each of the VAT totals is judged by itself, in the binding.
      if (syntax === 'UBL' || totals?.vat === undefined) return []
      const rows = (vatBreakdown ?? []).map((row) => row.taxAmount)
      const hasSign = isSignedZero(totals.vat) !== (rows.length > 0 && rows.every(isSignedZero))
      return hasSign ? when(true, { found: totals.vat, expected: 0n }) : differs(totals.vat, sumOf(rows))
    },
    fr: 'Le total de TVA ({found}) n’est pas la somme de la TVA de chaque taux ({expected}).',
    en: 'The VAT total ({found}) is not the sum of the VAT of each rate ({expected}).',
  },
  {
    id: 'BR-CO-15',
    term: 'BT-112',
    severity: 'fatal',
    path: 'totals.gross',
    breaches: ({ currency, ...invoice }, syntax, reading) => {
      const totals = totalsOf(invoice, reading)
      if (currency === undefined) return []
      if (!totals) return withoutBasis
      const [net, vat, gross] = [figure(totals.net), figure(totals.vat), figure(totals.gross)]
      // The published rule for CII is content when nothing is added to the total without VAT.
      if (reading && syntax === 'CII' && gross !== undefined && gross === net) return []
      if (totals.net === undefined || totals.vat === undefined) return withoutBasis
      return differs(totals.gross, combine([net, vat]))
    },
    fr: 'Le total TTC ({found}) n’est pas le total HT plus la TVA ({expected}).',
    en: 'The total with VAT ({found}) is not the total without VAT plus the VAT ({expected}).',
  },
  {
    id: 'BR-CO-16',
    term: 'BT-115',
    severity: 'fatal',
    path: 'totals.due',
    breaches: (invoice, syntax, reading) => {
      const totals = totalsOf(invoice, reading)
      return totals ? dueBreaches(totals, syntax === 'CII') : []
    },
    fr: 'Le net à payer ({found}) n’est pas le total TTC, moins les acomptes, plus l’arrondi ({expected}).',
    en: 'The amount due ({found}) is not the total with VAT, less what was paid, plus the rounding ({expected}).',
  },
  {
    id: 'BR-CO-17',
    term: 'BT-117',
    severity: 'fatal',
    path: 'vatBreakdown',
    breaches: ({ vatBreakdown }, syntax) =>
      whereEach(
        vatBreakdown,
        (index) => `vatBreakdown.${index}.taxAmount`,
        (row) => wrongRow(row, syntax),
      ),
    fr: 'La TVA à {rate} % ({found}) n’est pas sa base multipliée par le taux, arrondie au centime ({expected}).',
    en: 'The VAT at {rate}% ({found}) is not its base times the rate, rounded to the cent ({expected}).',
  },
  vatRowRule('BR-45', 'BT-116', 'taxableAmount', (row) => row.taxableAmount === undefined, 'sa base', 'its base'),
  vatRowRule('BR-46', 'BT-117', 'taxAmount', (row) => row.taxAmount === undefined, 'son montant de TVA', 'its amount of VAT'),
  vatRowRule('BR-47', 'BT-118', 'category', (row) => row.category === undefined || !isVat(row), 'sa catégorie de TVA', 'its VAT category'),
  vatRowRule(
    'BR-48',
    'BT-119',
    'rate',
    // Outside the scope of VAT there is no rate.
    (row) => (row.rate === undefined && row.category?.trim() !== 'O') || !isVat(row),
    'son taux',
    'its rate',
  ),
]

function vatRowRule(id: string, term: string, field: string, wrong: (row: Read<VatBreakdown>) => boolean, fr: string, en: string): Rule {
  return {
    id,
    term,
    severity: 'fatal',
    path: 'vatBreakdown',
    breaches: ({ vatBreakdown }) => whereEach(vatBreakdown, (index) => `vatBreakdown.${index}.${field}`, wrong),
    fr: `Un rang du récapitulatif de TVA ne dit pas ${fr}.`,
    en: `A row of the VAT summary does not say ${en}.`,
  }
}
