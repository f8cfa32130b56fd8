/** What every invoice must say of itself: BR-01 to BR-05, references, periods and documents. */
import { profileOf } from '../../guidelines.ts'
import type { Read, ReadInvoice, Period } from '../../model.ts'
import { type Breach, isBlank, type Rule, when, whereEach } from '../rule.ts'

/** A day as the model writes it, or as CII does where it is no real day: both compare without their dashes. */
const compact = (day: string): string => day.replaceAll('-', '')

const isReversed = (period: Read<Period> | undefined): boolean =>
  period?.from !== undefined && period.to !== undefined && compact(period.to) < compact(period.from)

const isEmptyPeriod = (period: Read<Period> | undefined): boolean =>
  period !== undefined && period.from === undefined && period.to === undefined

function blankRule(
  id: string,
  term: string,
  field: 'guideline' | 'number' | 'issuedOn' | 'typeCode' | 'currency',
  fr: string,
  en: string,
): Rule {
  return { id, term, severity: 'fatal', path: field, breaches: (invoice) => when(isBlank(invoice[field])), fr, en }
}

function periodRules(reversed: string, empty: string, group: 'period' | 'line'): Rule[] {
  const inLine = group === 'line'
  const [frWhat, enWhat] = inLine
    ? ['La période de la ligne {line}', 'The period of line {line}']
    : ['La période facturée', 'The invoiced period']
  const breaches = (invoice: ReadInvoice, isWrong: (period: Read<Period> | undefined) => boolean, field: string): readonly Breach[] =>
    inLine
      ? whereEach(
          invoice.lines,
          (index) => `lines.${index}.period${field}`,
          ({ id, period }) => isWrong(period) && { line: id ?? '' },
        )
      : when(isWrong(invoice.period))
  return [
    {
      id: reversed,
      term: inLine ? 'BT-135' : 'BT-74',
      severity: 'fatal',
      path: inLine ? 'lines' : 'period.to',
      breaches: (invoice) => breaches(invoice, isReversed, '.to'),
      fr: `${frWhat} finit avant de commencer.`,
      en: `${enWhat} ends before it starts.`,
    },
    {
      id: empty,
      term: inLine ? 'BG-26' : 'BG-14',
      severity: 'fatal',
      path: inLine ? 'lines' : 'period',
      // In a file the binding sees the empty group, which the model leaves out.
      breaches: (invoice, _, reading) => (reading ? [] : breaches(invoice, isEmptyPeriod, '')),
      fr: `${frWhat} n’a ni début ni fin.`,
      en: `${enWhat} has neither a start nor an end.`,
    },
  ]
}

export const documentRules: readonly Rule[] = [
  blankRule(
    'BR-01',
    'BT-24',
    'guideline',
    'La facture ne dit pas selon quelle norme elle est établie.',
    'The invoice does not say by which specification it is made.',
  ),
  blankRule('BR-02', 'BT-1', 'number', 'La facture n’a pas de numéro.', 'The invoice has no number.'),
  blankRule('BR-03', 'BT-2', 'issuedOn', 'La facture n’a pas de date.', 'The invoice has no date.'),
  blankRule('BR-04', 'BT-3', 'typeCode', 'La facture ne dit pas de quel type de document il s’agit.', 'The invoice does not say its type.'),
  blankRule('BR-05', 'BT-5', 'currency', 'La monnaie de la facture manque.', 'The currency of the invoice is missing.'),
  {
    id: 'BR-16',
    term: 'BG-25',
    severity: 'fatal',
    path: 'lines',
    breaches: ({ lines }) => when(!lines?.length),
    fr: 'La facture n’a aucune ligne.',
    en: 'The invoice has no line.',
  },
  {
    id: 'BR-CO-03',
    term: 'BT-7',
    severity: 'fatal',
    path: 'vatPointOn',
    breaches: ({ vatPointOn, vatPointCode }) => when(vatPointOn !== undefined && vatPointCode !== undefined),
    fr: 'L’exigibilité de la TVA est donnée à la fois par une date et par un code : il faut l’une ou l’autre.',
    en: 'The VAT point is given both as a date and as a code: only one of them may stand.',
  },
  {
    id: 'BR-CO-18',
    term: 'BG-23',
    severity: 'fatal',
    path: 'vatBreakdown',
    // For CII the published rule asks it of invoices that have lines; that of Factur-X also of BASIC WL, which has none.
    breaches: ({ guideline, lines = [], vatBreakdown = [] }, syntax) =>
      when(vatBreakdown.length === 0 && (syntax === 'UBL' || lines.length > 0 || profileOf(guideline) === 'BASIC WL')),
    fr: 'Le récapitulatif de TVA par taux manque.',
    en: 'The VAT summary by rate is missing.',
  },
  ...periodRules('BR-29', 'BR-CO-19', 'period'),
  ...periodRules('BR-30', 'BR-CO-20', 'line'),
  {
    id: 'BR-52',
    term: 'BT-122',
    severity: 'fatal',
    path: 'supportingDocuments',
    breaches: ({ supportingDocuments, invoicedObject, tenderReference, lines }, syntax) => [
      ...whereEach(
        supportingDocuments,
        (index) => `supportingDocuments.${index}.reference`,
        ({ reference }) => isBlank(reference),
      ),
      ...(invoicedObject && isBlank(invoicedObject.value) ? [{ path: 'invoicedObject' }] : []),
      // CII writes tenders and the objects of lines as supporting documents too.
      ...(syntax === 'CII' && tenderReference?.trim() === '' ? [{ path: 'tenderReference' }] : []),
      ...(syntax === 'CII'
        ? whereEach(
            lines,
            (index) => `lines.${index}.object`,
            ({ object }) => object !== undefined && isBlank(object.value),
          )
        : []),
    ],
    fr: 'Une pièce jointe ou un document cité n’a pas de référence.',
    en: 'A document attached or referred to has no reference.',
  },
  {
    id: 'BR-53',
    term: 'BT-111',
    severity: 'fatal',
    path: 'totals.vatInAccountingCurrency',
    breaches: ({ currency, vatCurrency, totals }, syntax) => {
      // For UBL the total in the invoice currency will do, when it is the same.
      const isSame = syntax === 'UBL' && vatCurrency?.trim() === currency?.trim() && totals?.vat !== undefined
      return when(vatCurrency !== undefined && totals?.vatInAccountingCurrency === undefined && !isSame)
    },
    fr: 'Le total de TVA doit aussi être donné dans la monnaie de déclaration de la TVA.',
    en: 'The VAT total must also be given in the currency in which VAT is declared.',
  },
  {
    id: 'BR-55',
    term: 'BT-25',
    severity: 'fatal',
    path: 'precedingInvoices',
    breaches: ({ precedingInvoices, lines }, syntax) => {
      const isMissing = ({ number }: { readonly number?: string }) => (syntax === 'CII' ? isBlank(number) : number === undefined)
      return [
        ...whereEach(precedingInvoices, (index) => `precedingInvoices.${index}.number`, isMissing),
        ...whereEach(
          lines,
          (index) => `lines.${index}.extended.precedingInvoice.number`,
          ({ extended }) => extended?.precedingInvoice !== undefined && isMissing(extended.precedingInvoice),
        ),
      ]
    },
    fr: 'Une facture antérieure est citée sans son numéro.',
    en: 'A preceding invoice is referred to without its number.',
  },
]
