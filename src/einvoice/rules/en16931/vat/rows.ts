/** Rules 01, 08, 09 and 10 of each category: the rows of the VAT summary follow from the lines. */
import type { Invoice, VatBreakdown } from '../../../model.ts'
import { type Figure, combine, disagree, farApart, figure, percentage, sameFigure, sumOf } from '../../figures.ts'
import { isBlank, type Rule, when, whereEach } from '../../rule.ts'
import { CATEGORY_LAWS, type CategoryLaw } from './categories.ts'
import { type Taxed, taxedParts } from './taxed.ts'

/** Lines and charges less allowances; of one rate when the category has a row for each. */
function baseOf(invoice: Invoice, law: CategoryLaw, row: VatBreakdown): Figure | undefined {
  const concerned = taxedParts(invoice).filter(
    (part) => part.category === law.code && (law.rows === 'single' || sameFigure(part.rate, row.rate)),
  )
  const amounts = (wanted: (part: Taxed) => boolean) => sumOf(concerned.filter(wanted).map((part) => part.amount))
  return combine([amounts((part) => part.place !== 'allowance')], [amounts((part) => part.place === 'allowance')])
}

function taxOf(row: VatBreakdown, law: CategoryLaw): Figure | undefined {
  if (law.rate !== 'positive') return 0n
  const [base, rate] = [figure(row.taxableAmount), figure(row.rate)]
  return base === undefined || rate === undefined ? undefined : percentage(base, rate)
}

function presenceRule(law: CategoryLaw): Rule {
  return {
    id: `BR-${law.prefix}-01`,
    term: 'BG-23',
    severity: 'fatal',
    path: 'vatBreakdown',
    breaches: (invoice) => {
      const isUsed = taxedParts(invoice).some((part) => part.category === law.code)
      const rows = invoice.vatBreakdown.filter((row) => row.category === law.code).length
      return when(law.rows === 'single' ? rows !== (isUsed ? 1 : 0) : isUsed !== rows > 0)
    },
    fr: `Le récapitulatif de TVA ne correspond pas aux lignes ${law.fr}${law.rows === 'single' ? ' : il en faut une seule ligne' : ''}.`,
    en: `The VAT summary does not match the lines ${law.en}${law.rows === 'single' ? ': it needs a single row for them' : ''}.`,
  }
}

function rowRule(
  law: CategoryLaw,
  number: string,
  term: string,
  field: string,
  expected: (invoice: Invoice, row: VatBreakdown) => Figure | undefined,
  words: Pick<Rule, 'fr' | 'en'>,
): Rule {
  const compare = number === '09' && law.code === 'S' ? farApart : disagree
  const found = (row: VatBreakdown) => figure(term === 'BT-116' ? row.taxableAmount : row.taxAmount)
  return {
    id: `BR-${law.prefix}-${number}`,
    term,
    severity: 'fatal',
    path: 'vatBreakdown',
    breaches: (invoice) =>
      whereEach(
        invoice.vatBreakdown,
        (index) => `vatBreakdown.${index}.${field}`,
        (row) => row.category === law.code && compare(found(row), expected(invoice, row)),
      ),
    ...words,
  }
}

function reasonRule(law: CategoryLaw): Rule {
  const hasReason = (row: VatBreakdown) => !isBlank(row.exemptionReason) || !isBlank(row.exemptionCode)
  return {
    id: `BR-${law.prefix}-10`,
    term: 'BT-120',
    severity: 'fatal',
    path: 'vatBreakdown',
    breaches: ({ vatBreakdown }) =>
      whereEach(
        vatBreakdown,
        (index) => `vatBreakdown.${index}.exemptionReason`,
        (row) => row.category === law.code && hasReason(row) !== (law.reason === 'required'),
      ),
    fr:
      law.reason === 'required'
        ? `Une vente ${law.fr} doit citer le texte qui dispense de TVA.`
        : `Une vente ${law.fr} ne doit pas citer de motif d’exonération.`,
    en:
      law.reason === 'required'
        ? `A sale ${law.en} must cite the text that exempts it from VAT.`
        : `A sale ${law.en} must not cite a reason for exemption.`,
  }
}

export const rowRules: readonly Rule[] = CATEGORY_LAWS.flatMap((law) => [
  presenceRule(law),
  rowRule(law, '08', 'BT-116', 'taxableAmount', (invoice, row) => baseOf(invoice, law, row), {
    fr: `La base ${law.fr} ({found}) n’est pas la somme des lignes et des frais, moins les remises ({expected}).`,
    en: `The base ${law.en} ({found}) is not the sum of the lines and charges, less allowances ({expected}).`,
  }),
  rowRule(law, '09', 'BT-117', 'taxAmount', (_, row) => taxOf(row, law), {
    fr: `La TVA ${law.fr} est de {found} ; elle doit être de {expected}.`,
    en: `The VAT ${law.en} is {found}; it must be {expected}.`,
  }),
  reasonRule(law),
])
