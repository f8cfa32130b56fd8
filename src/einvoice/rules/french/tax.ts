/** BR-FR-15 and 16: the VAT categories and rates France knows. */
import type { ReadInvoice } from '../../model.ts'
import { isVat } from '../en16931/vat/taxed.ts'
import { figure } from '../figures.ts'
import { type Breach, type BySyntax, type Facts, isBlank, type Rule, whereEach } from '../rule.ts'
import { VAT_CATEGORIES, VAT_RATES } from './kinds.ts'

type Vat = { readonly category?: string; readonly rate?: string; readonly taxType?: string }
type Wrong = (vat: Vat) => boolean | Facts

type Place = {
  readonly categoryId: BySyntax<string>
  /** Canary and Ceuta: told once more, by a rule of their own. */
  readonly islandsId: BySyntax<string>
  readonly rateId: BySyntax<string>
  readonly term: readonly [category: string, rate: string]
  readonly path: string
  readonly where: (invoice: ReadInvoice, field: 'category' | 'rate', wrong: Wrong) => readonly Breach[]
}

const ofVats =
  (list: 'lines' | 'allowancesCharges'): Place['where'] =>
  (invoice, field, wrong) =>
    whereEach<{ readonly vat?: Vat }>(
      invoice[list],
      (index) => `${list}.${index}.vat.${field}`,
      ({ vat }) => vat !== undefined && wrong(vat),
    )

const PLACES: readonly Place[] = [
  {
    categoryId: { CII: 'BR-FR-15_BT-95_BT-151', UBL: 'BR-FR-15_BT-151-1' },
    islandsId: { CII: 'BR-FR-15_BT-95_BT-151_LM', UBL: 'BR-FR-08_BT-151-2' },
    rateId: 'BR-FR-16_BT-152',
    term: ['BT-151', 'BT-152'],
    path: 'lines',
    where: ofVats('lines'),
  },
  {
    categoryId: { CII: 'BR-FR-15_BT-95_BT-102', UBL: 'BR-FR-15_BT-95_BT-102-1' },
    islandsId: { CII: 'BR-FR-15_BT-95_BT-102_LM', UBL: 'BR-FR-15_BT-95_BT-102-2' },
    rateId: { CII: 'BR-FR-16_BT-96_BT-103', UBL: 'BR-FR-16_BT-96' },
    term: ['BT-95', 'BT-96'],
    path: 'allowancesCharges',
    where: ofVats('allowancesCharges'),
  },
  {
    categoryId: { CII: 'BR-FR-15_BT-95_BT-118', UBL: 'BR-FR-15_BT-118-1' },
    islandsId: { CII: 'BR-FR-15_BT-95_BT-118_LM', UBL: 'BR-FR-15_BT-118-2' },
    rateId: 'BR-FR-16_BT-119',
    term: ['BT-118', 'BT-119'],
    path: 'vatBreakdown',
    where: ({ vatBreakdown }, field, wrong) => whereEach<Vat>(vatBreakdown, (index) => `vatBreakdown.${index}.${field}`, wrong),
  },
]

const knownRates = new Set(VAT_RATES.map((rate) => figure(rate)))
/** Written with two decimals at most, and no sign. */
const isKnownRate = (rate: string): boolean => /^\d+(\.\d{1,2})?$/.test(rate) && knownRates.has(figure(rate))

function rulesOf({ categoryId, islandsId, rateId, term: [categoryTerm, rateTerm], path, where }: Place): Rule[] {
  return [
    {
      id: categoryId,
      term: categoryTerm,
      severity: 'fatal',
      path,
      breaches: (invoice, syntax) =>
        where(invoice, 'category', (vat) => {
          const { category } = vat
          // For CII a tax without a category is told too; for UBL only the standard tells it.
          const isWrong = category === undefined ? syntax === 'CII' && isVat(vat) : !VAT_CATEGORIES.has(category)
          return isWrong && { found: category ?? '' }
        }),
      fr: 'La catégorie de TVA « {found} » n’est pas admise en France.',
      en: 'The VAT category “{found}” is not accepted in France.',
    },
    {
      id: islandsId,
      term: categoryTerm,
      severity: 'fatal',
      path,
      breaches: (invoice) => where(invoice, 'category', ({ category }) => (category === 'L' || category === 'M') && { found: category }),
      fr: 'La catégorie de TVA « {found} » est celle des Canaries ou de Ceuta et Melilla.',
      en: 'The VAT category “{found}” is that of the Canary Islands or of Ceuta and Melilla.',
    },
    {
      id: rateId,
      term: rateTerm,
      severity: 'fatal',
      path,
      breaches: (invoice, syntax, reading) => {
        // The published rule for UBL looks at the lines of invoices only; the summary tells the same rate.
        if (path === 'lines' && reading?.root === 'CreditNote') return []
        return where(invoice, 'rate', ({ rate }) => {
          if (rate === undefined || (syntax === 'CII' && isBlank(rate)) || isKnownRate(rate)) return false
          return { found: rate }
        })
      },
      fr: 'Le taux de TVA de {found} % n’existe pas en France.',
      en: 'There is no VAT rate of {found}% in France.',
    },
  ]
}

export const taxRules: readonly Rule[] = PLACES.flatMap(rulesOf)
