/** Rules 01, 08, 09 and 10 of each category: the rows of the VAT summary follow from the lines. */
import type { ReadInvoice, VatBreakdown, Read } from '../../../model.ts'
import type { Syntax } from '../../../reading.ts'
import { type Figure, disagree, figure, isSignedZero, magnitude, near, percentage, roundToCent } from '../../figures.ts'
import { type Facts, type Rule, when, whereEach } from '../../rule.ts'
import { CATEGORY_LAWS, type CategoryLaw } from './categories.ts'
import { bearings, isVat } from './taxed.ts'

type Row = Read<VatBreakdown> & { readonly taxType?: string }

/** The published rules for UBL look at rows of VAT alone, those for CII at every row. */
const isRowOf = (row: Row, law: CategoryLaw, syntax: Syntax): boolean =>
  row.category?.trim() === law.code && (syntax === 'CII' || isVat(row))

function presenceRule(law: CategoryLaw): Rule {
  return {
    id: `BR-${law.prefix}-01`,
    term: 'BG-23',
    severity: 'fatal',
    path: 'vatBreakdown',
    breaches: (invoice, syntax, reading) => {
      const isUsed = bearings(invoice).has(law.code)
      const rows = (invoice.vatBreakdown ?? []).filter((row) => isRowOf(row, law, syntax)).length
      if (isUsed) return when(law.rows === 'single' ? rows !== 1 : rows === 0)
      // A row of nothing: the published rules pass it in UBL where a category has one row, in CII where it may have several. Ours must not write one.
      return when(rows > 0 && (!reading || (syntax === 'CII') === (law.rows === 'single')))
    },
    fr: `Le récapitulatif de TVA ne correspond pas aux lignes ${law.fr}${law.rows === 'single' ? ' : il en faut une seule ligne' : ''}.`,
    en: `The VAT summary does not match the lines ${law.en}${law.rows === 'single' ? ': it needs a single row for them' : ''}.`,
  }
}

/** Lines and charges less allowances; of one rate when the category has a row for each. */
function baseOf(invoice: ReadInvoice, law: CategoryLaw, row: Row): Figure | undefined {
  const bearing = bearings(invoice).get(law.code)
  if (!bearing) return 0n
  if (law.rows === 'single') return bearing.base
  const rate = figure(row.rate)
  return rate !== undefined && bearing.baseByRate.has(rate) ? bearing.baseByRate.get(rate) : 0n
}

function wrongBase(invoice: ReadInvoice, law: CategoryLaw, row: Row, syntax: Syntax): boolean | Facts {
  const exact = baseOf(invoice, law, row)
  if (exact === undefined || (law.rows === 'each rate' && row.rate === undefined)) return false
  const expected = roundToCent(exact)
  if (row.taxableAmount === undefined) return { found: '—', expected }
  const found = figure(row.taxableAmount)
  if (found === undefined) return false
  if (law.rows === 'each rate' && syntax === 'UBL') return !near(found, exact) && { found, expected }
  if (law.code !== 'S' && syntax === 'CII') return disagree(roundToCent(found), expected)
  return disagree(found, expected)
}

function wrongTax(law: CategoryLaw, row: Row, syntax: Syntax): boolean | Facts {
  const base = figure(row.taxableAmount)
  const rate = figure(row.rate)
  if (row.taxAmount === undefined) return { found: '—', expected: base === undefined || rate === undefined ? 0n : percentage(base, rate) }
  const found = figure(row.taxAmount)
  if (found === undefined) return false
  if (law.rate !== 'positive' && law.rate !== 'any') {
    const hasSign = syntax === 'CII' && isSignedZero(row.taxAmount) && row.taxAmount.includes('.')
    return hasSign ? { found: row.taxAmount, expected: 0n } : disagree(found, 0n)
  }
  if (row.taxableAmount === undefined || row.rate === undefined) return { found, expected: '—' }
  if (base === undefined || rate === undefined) return false
  // Half an invoice with prices that include VAT is a cent off: the published rules pass what is less than one unit of the currency.
  const expected = percentage(magnitude(base), rate)
  return !near(magnitude(found), expected) && { found, expected: percentage(base, rate) }
}

function reasonRule(law: CategoryLaw): Rule {
  const hasReason = (row: Row) => row.exemptionReason !== undefined || row.exemptionCode !== undefined
  return {
    id: `BR-${law.prefix}-10`,
    term: 'BT-120',
    severity: 'fatal',
    path: 'vatBreakdown',
    breaches: ({ vatBreakdown }, syntax) =>
      whereEach(
        vatBreakdown,
        (index) => `vatBreakdown.${index}.exemptionReason`,
        (row) => isRowOf(row, law, syntax) && hasReason(row) !== (law.reason === 'required'),
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

export const rowRules: readonly Rule[] = CATEGORY_LAWS.flatMap((law): Rule[] => [
  presenceRule(law),
  {
    id: `BR-${law.prefix}-08`,
    term: 'BT-116',
    severity: 'fatal',
    path: 'vatBreakdown',
    breaches: (invoice, syntax) =>
      whereEach(
        invoice.vatBreakdown,
        (index) => `vatBreakdown.${index}.taxableAmount`,
        (row) => isRowOf(row, law, syntax) && wrongBase(invoice, law, row, syntax),
      ),
    fr: `La base ${law.fr} ({found}) n’est pas la somme des lignes et des frais, moins les remises ({expected}).`,
    en: `The base ${law.en} ({found}) is not the sum of the lines and charges, less allowances ({expected}).`,
  },
  {
    id: `BR-${law.prefix}-09`,
    term: 'BT-117',
    severity: 'fatal',
    path: 'vatBreakdown',
    breaches: ({ vatBreakdown }, syntax) =>
      whereEach(
        vatBreakdown,
        (index) => `vatBreakdown.${index}.taxAmount`,
        (row) => isRowOf(row, law, syntax) && wrongTax(law, row, syntax),
      ),
    fr: `La TVA ${law.fr} est de {found} ; elle doit être de {expected}.`,
    en: `The VAT ${law.en} is {found}; it must be {expected}.`,
  },
  reasonRule(law),
])
