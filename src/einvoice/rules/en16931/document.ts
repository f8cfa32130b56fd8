/** What every invoice must say of itself: BR-02 to BR-16, references, periods and payment. */
import { isBlank, type Rule, when, whereEach } from '../rule.ts'
import { figure } from '../figures.ts'

/** UNTDID 4461 codes of a credit transfer. */
const TRANSFERS = new Set(['30', '58'])

const isReversed = (period: { readonly from?: string; readonly to?: string } | undefined): boolean =>
  period?.from !== undefined && period.to !== undefined && period.to < period.from

const isEmptyPeriod = (period: { readonly from?: string; readonly to?: string } | undefined): boolean =>
  period !== undefined && period.from === undefined && period.to === undefined

export const documentRules: readonly Rule[] = [
  {
    id: 'BR-01',
    term: 'BT-24',
    severity: 'fatal',
    path: 'guideline',
    breaches: ({ guideline }) => when(isBlank(guideline)),
    fr: 'La facture ne dit pas selon quelle norme elle est établie.',
    en: 'The invoice does not say by which specification it is made.',
  },
  {
    id: 'BR-02',
    term: 'BT-1',
    severity: 'fatal',
    path: 'number',
    breaches: ({ number }) => when(isBlank(number)),
    fr: 'La facture n’a pas de numéro.',
    en: 'The invoice has no number.',
  },
  {
    id: 'BR-05',
    term: 'BT-5',
    severity: 'fatal',
    path: 'currency',
    breaches: ({ currency }) => when(!/^[A-Z]{3}$/.test(currency)),
    fr: 'La monnaie de la facture manque ou n’est pas un code à trois lettres.',
    en: 'The currency of the invoice is missing or is not a three-letter code.',
  },
  {
    id: 'BR-16',
    term: 'BG-25',
    severity: 'fatal',
    path: 'lines',
    breaches: ({ lines }) => when(lines.length === 0),
    fr: 'La facture n’a aucune ligne.',
    en: 'The invoice has no line.',
  },
  {
    id: 'BR-CO-18',
    term: 'BG-23',
    severity: 'fatal',
    path: 'vatBreakdown',
    breaches: ({ vatBreakdown }) => when(vatBreakdown.length === 0),
    fr: 'Le récapitulatif de TVA par taux manque.',
    en: 'The VAT summary by rate is missing.',
  },
  {
    id: 'BR-CO-19',
    term: 'BG-14',
    severity: 'fatal',
    path: 'period',
    breaches: ({ period }) => when(isEmptyPeriod(period)),
    fr: 'La période facturée n’a ni début ni fin.',
    en: 'The invoiced period has neither a start nor an end.',
  },
  {
    id: 'BR-29',
    term: 'BT-74',
    severity: 'fatal',
    path: 'period.to',
    breaches: ({ period }) => when(isReversed(period)),
    fr: 'La période facturée finit avant de commencer.',
    en: 'The invoiced period ends before it starts.',
  },
  {
    id: 'BR-53',
    term: 'BT-111',
    severity: 'fatal',
    path: 'totals.vatInAccountingCurrency',
    breaches: ({ vatCurrency, totals }) => when(!isBlank(vatCurrency) && isBlank(totals.vatInAccountingCurrency)),
    fr: 'Le total de TVA doit aussi être donné dans la monnaie de déclaration de la TVA.',
    en: 'The VAT total must also be given in the currency in which VAT is declared.',
  },
  {
    id: 'BR-55',
    term: 'BT-25',
    severity: 'fatal',
    path: 'precedingInvoices',
    breaches: ({ precedingInvoices }) =>
      whereEach(
        precedingInvoices,
        (index) => `precedingInvoices.${index}.number`,
        ({ number }) => isBlank(number),
      ),
    fr: 'Une facture antérieure est citée sans son numéro.',
    en: 'A preceding invoice is referred to without its number.',
  },
  {
    id: 'BR-49',
    term: 'BT-81',
    severity: 'fatal',
    path: 'payment.meansCode',
    breaches: ({ payment }) => when(payment !== undefined && isBlank(payment.meansCode)),
    fr: 'Le moyen de paiement n’est pas précisé.',
    en: 'The means of payment is not stated.',
  },
  {
    id: 'BR-61',
    term: 'BT-84',
    severity: 'fatal',
    path: 'payment.iban',
    breaches: ({ payment }) => when(payment !== undefined && TRANSFERS.has(payment.meansCode) && isBlank(payment.iban)),
    fr: 'Un paiement par virement demande l’IBAN sur lequel payer.',
    en: 'Payment by transfer needs the IBAN to pay to.',
  },
  {
    id: 'BR-CO-25',
    term: 'BT-9',
    severity: 'fatal',
    path: 'dueOn',
    // The published artefacts dropped it in 1.3.16; the standard and C. com. art. L441-9 still ask for it.
    breaches: ({ totals, dueOn, paymentTerms }) => when((figure(totals.due) ?? 0n) > 0n && dueOn === undefined && isBlank(paymentTerms)),
    fr: 'Il reste une somme à payer : il faut une date d’échéance ou des conditions de paiement.',
    en: 'An amount is due: a due date or payment terms are needed.',
  },
]
