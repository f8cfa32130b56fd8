/** BR-12 to BR-15 and BR-CO-10 to BR-CO-17: each total is there, and follows from the figures before it, to the cent. */
import type { AllowanceCharge, Decimal, Invoice } from '../../model.ts'
import { type Figure, combine, disagree, farApart, figure, percentage, sumOf } from '../figures.ts'
import { type Breach, isBlank, type Rule, when, whereEach } from '../rule.ts'

function differs(found: Decimal | undefined, expected: Figure | undefined): readonly Breach[] {
  const facts = disagree(figure(found), expected)
  return facts === false ? [] : when(true, facts)
}

function amounts(invoice: Invoice, kind: AllowanceCharge['kind']): (Decimal | undefined)[] {
  return (invoice.allowancesCharges ?? []).filter((part) => part.kind === kind).map((part) => part.amount)
}

function presentRule(id: string, term: string, field: 'lineNet' | 'net' | 'gross' | 'due', fr: string, en: string): Rule {
  return {
    id,
    term,
    severity: 'fatal',
    path: `totals.${field}`,
    breaches: ({ totals }) => when(isBlank(totals[field])),
    fr: `${fr} manque.`,
    en: `${en} is missing.`,
  }
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
    breaches: ({ totals, lines }) => differs(totals.lineNet, sumOf(lines.map((line) => line.netAmount))),
    fr: 'Le total des lignes ({found}) n’est pas la somme des montants nets des lignes ({expected}).',
    en: 'The total of the lines ({found}) is not the sum of the net amounts of the lines ({expected}).',
  },
  {
    id: 'BR-CO-11',
    term: 'BT-107',
    severity: 'fatal',
    path: 'totals.allowances',
    breaches: (invoice) => differs(invoice.totals.allowances, sumOf(amounts(invoice, 'allowance'))),
    fr: 'Le total des remises ({found}) n’est pas la somme des remises du document ({expected}).',
    en: 'The total of allowances ({found}) is not the sum of the allowances on the document ({expected}).',
  },
  {
    id: 'BR-CO-12',
    term: 'BT-108',
    severity: 'fatal',
    path: 'totals.charges',
    breaches: (invoice) => differs(invoice.totals.charges, sumOf(amounts(invoice, 'charge'))),
    fr: 'Le total des frais ({found}) n’est pas la somme des frais du document ({expected}).',
    en: 'The total of charges ({found}) is not the sum of the charges on the document ({expected}).',
  },
  {
    id: 'BR-CO-13',
    term: 'BT-109',
    severity: 'fatal',
    path: 'totals.net',
    breaches: ({ totals }) => differs(totals.net, combine([figure(totals.lineNet), figure(totals.charges)], [figure(totals.allowances)])),
    fr: 'Le total HT ({found}) n’est pas le total des lignes, moins les remises, plus les frais ({expected}).',
    en: 'The total without VAT ({found}) is not the total of the lines, less allowances, plus charges ({expected}).',
  },
  {
    id: 'BR-CO-14',
    term: 'BT-110',
    severity: 'fatal',
    path: 'totals.vat',
    breaches: ({ totals, vatBreakdown }) => differs(totals.vat, sumOf(vatBreakdown.map((row) => row.taxAmount))),
    fr: 'Le total de TVA ({found}) n’est pas la somme de la TVA de chaque taux ({expected}).',
    en: 'The VAT total ({found}) is not the sum of the VAT of each rate ({expected}).',
  },
  {
    id: 'BR-CO-15',
    term: 'BT-112',
    severity: 'fatal',
    path: 'totals.gross',
    breaches: ({ totals }) => differs(totals.gross, combine([figure(totals.net), figure(totals.vat)])),
    fr: 'Le total TTC ({found}) n’est pas le total HT plus la TVA ({expected}).',
    en: 'The total with VAT ({found}) is not the total without VAT plus the VAT ({expected}).',
  },
  {
    id: 'BR-CO-16',
    term: 'BT-115',
    severity: 'fatal',
    path: 'totals.due',
    breaches: ({ totals }) => differs(totals.due, combine([figure(totals.gross), figure(totals.rounding)], [figure(totals.paid)])),
    fr: 'Le net à payer ({found}) n’est pas le total TTC, moins ce qui est déjà payé, plus l’arrondi ({expected}).',
    en: 'The amount due ({found}) is not the total with VAT, less what is already paid, plus the rounding ({expected}).',
  },
  {
    id: 'BR-CO-17',
    term: 'BT-117',
    severity: 'fatal',
    path: 'vatBreakdown',
    breaches: ({ vatBreakdown }) =>
      whereEach(
        vatBreakdown,
        (index) => `vatBreakdown.${index}.taxAmount`,
        (row) => {
          const [base, rate] = [figure(row.taxableAmount), figure(row.rate)]
          const expected = base === undefined || rate === undefined ? undefined : percentage(base, rate)
          const facts = farApart(figure(row.taxAmount), expected)
          return facts && { ...facts, rate: row.rate ?? '0' }
        },
      ),
    fr: 'La TVA à {rate} % ({found}) n’est pas sa base multipliée par le taux, arrondie au centime ({expected}).',
    en: 'The VAT at {rate}% ({found}) is not its base times the rate, rounded to the cent ({expected}).',
  },
]
