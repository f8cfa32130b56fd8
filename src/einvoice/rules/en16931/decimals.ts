/** BR-DEC-01 to BR-DEC-28: amounts have two decimals at most. A table: the rule, and where its amounts stand. */
import type { AllowanceCharge } from '../../model.ts'
import type { Syntax } from '../../reading.ts'
import { ofLineParts, ofLines, ofParts, ofRows, ofTotals, type Texts } from '../places.ts'
import type { Rule } from '../rule.ts'

const MAX_DECIMALS = 2

function hasManyDecimals(text: string): boolean {
  const point = text.indexOf('.')
  return point >= 0 && text.length - point - 1 > MAX_DECIMALS
}

type Kind = AllowanceCharge['kind']
type PartField = 'amount' | 'baseAmount'

const part = (kind: Kind, field: PartField): Texts => ofParts(field, (item) => (item.kind === kind ? item[field] : undefined))
const linePart = (kind: Kind, field: PartField): Texts => ofLineParts(field, (item) => (item.kind === kind ? item[field] : undefined))

type Row = readonly [
  id: string,
  term: string,
  path: string,
  amounts: Texts,
  /** The published rules for UBL leave some to UBL-DT-01. */
  only?: Syntax,
]

const ROWS: readonly Row[] = [
  ['BR-DEC-01', 'BT-92', 'allowancesCharges', part('allowance', 'amount')],
  ['BR-DEC-02', 'BT-93', 'allowancesCharges', part('allowance', 'baseAmount')],
  ['BR-DEC-05', 'BT-99', 'allowancesCharges', part('charge', 'amount')],
  ['BR-DEC-06', 'BT-100', 'allowancesCharges', part('charge', 'baseAmount')],
  ['BR-DEC-09', 'BT-106', 'totals.lineNet', ofTotals('lineNet')],
  ['BR-DEC-10', 'BT-107', 'totals.allowances', ofTotals('allowances')],
  ['BR-DEC-11', 'BT-108', 'totals.charges', ofTotals('charges')],
  ['BR-DEC-12', 'BT-109', 'totals.net', ofTotals('net')],
  ['BR-DEC-13', 'BT-110', 'totals.vat', ofTotals('vat'), 'CII'],
  ['BR-DEC-14', 'BT-112', 'totals.gross', ofTotals('gross')],
  ['BR-DEC-16', 'BT-113', 'totals.paid', ofTotals('paid')],
  ['BR-DEC-17', 'BT-114', 'totals.rounding', ofTotals('rounding')],
  ['BR-DEC-18', 'BT-115', 'totals.due', ofTotals('due')],
  ['BR-DEC-19', 'BT-116', 'vatBreakdown', ofRows('taxableAmount', ({ taxableAmount }) => taxableAmount)],
  ['BR-DEC-20', 'BT-117', 'vatBreakdown', ofRows('taxAmount', ({ taxAmount }) => taxAmount)],
  ['BR-DEC-23', 'BT-131', 'lines', ofLines('netAmount', ({ netAmount }) => netAmount)],
  ['BR-DEC-24', 'BT-136', 'lines', linePart('allowance', 'amount')],
  ['BR-DEC-25', 'BT-137', 'lines', linePart('allowance', 'baseAmount')],
  ['BR-DEC-27', 'BT-141', 'lines', linePart('charge', 'amount')],
  ['BR-DEC-28', 'BT-142', 'lines', linePart('charge', 'baseAmount')],
]

const ruleOf = ([id, term, path, amounts, only]: Row): Rule => ({
  id,
  term,
  severity: 'fatal',
  path,
  breaches: (invoice, syntax) => (only !== undefined && only !== syntax ? [] : amounts(invoice, hasManyDecimals)),
  fr: 'Le montant {found} a plus de deux décimales, ou n’est pas écrit comme un montant.',
  en: 'The amount {found} has more than two decimals, or is not written as an amount.',
})

export const decimalRules: readonly Rule[] = [
  ...ROWS.map(ruleOf),
  {
    id: 'BR-DEC-15',
    term: 'BT-111',
    severity: 'fatal',
    path: 'totals.vatInAccountingCurrency',
    // For CII the published rule looks for an amount of two decimals at most, and also breaks when there is none (BR-53).
    breaches: ({ currency, vatCurrency, totals }, syntax) => {
      if (syntax !== 'CII' || vatCurrency === undefined) return []
      const found = totals?.vatInAccountingCurrency ?? (vatCurrency === currency ? totals?.vat : undefined)
      return found === undefined || hasManyDecimals(found) ? [{ facts: { found: found ?? '—' } }] : []
    },
    fr: 'Le total de TVA dans la monnaie de la TVA ({found}) manque ou a plus de deux décimales.',
    en: 'The VAT total in the VAT currency ({found}) is missing or has more than two decimals.',
  },
]
