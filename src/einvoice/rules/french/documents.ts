/** BR-FR-CO-03 to 09 and 12, BR-FR-17, 18, 27 and 28: what each type of document, each frame and each attachment demands. */
import type { ReadInvoice } from '../../model.ts'
import { figure } from '../figures.ts'
import { isBlank, type Rule, when, whereEach } from '../rule.ts'
import { ALREADY_PAID, ATTACHMENT_KINDS, CORRECTIVE_INVOICES, CREDIT_NOTES, DEPOSITS, FINAL_AFTER_DEPOSIT, READABLE_COPY } from './kinds.ts'
import { isOfOtherFormat } from './identity.ts'

const isDated = ({ number, issuedOn }: { readonly number?: string; readonly issuedOn?: string }): boolean =>
  !isBlank(number) && issuedOn !== undefined

/** Invoices referred to by number and date. */
const datedReferences = ({ precedingInvoices }: ReadInvoice): number => precedingInvoices?.filter(isDated).length ?? 0

const everyLineRefers = ({ lines }: ReadInvoice): boolean =>
  lines !== undefined && lines.length > 0 && lines.every(({ extended }) => extended?.precedingInvoice && isDated(extended.precedingInvoice))

/** A day that does not exist stays as CII writes it: both compare without dashes. */
const compact = (day: string): string => day.replaceAll('-', '')

export const documentRules: readonly Rule[] = [
  {
    id: 'BR-FR-CO-03_BT-3',
    term: 'BT-3',
    severity: 'fatal',
    path: 'typeCode',
    breaches: ({ typeCode, contractReference, period }) => when(typeCode === '262' && (isBlank(contractReference) || period === undefined)),
    fr: 'Un avoir de remise globale doit citer le contrat et la période.',
    en: 'A credit note for a global rebate must cite the contract and the period.',
  },
  {
    id: { CII: 'BR-FR-CO-04_BT-4', UBL: 'BR-FR-CO-04_BT-3' },
    term: 'BT-25',
    severity: 'fatal',
    path: 'precedingInvoices',
    breaches: (invoice) =>
      when(CORRECTIVE_INVOICES.has(invoice.typeCode) && invoice.precedingInvoices?.filter(({ number }) => !isBlank(number)).length !== 1),
    fr: 'Une facture rectificative doit citer la facture qu’elle remplace, une seule.',
    en: 'A corrective invoice must cite the invoice it replaces, exactly one.',
  },
  {
    id: 'BR-FR-CO-05_BT-3',
    term: 'BT-25',
    severity: 'fatal',
    path: 'precedingInvoices',
    breaches: (invoice) => when(CREDIT_NOTES.has(invoice.typeCode) && datedReferences(invoice) === 0 && !everyLineRefers(invoice)),
    fr: 'Un avoir doit citer la facture qu’il corrige, avec son numéro et sa date.',
    en: 'A credit note must cite the invoice it corrects, with its number and its date.',
  },
  {
    id: 'BR-FR-CO-07_BT-9',
    term: 'BT-9',
    severity: 'fatal',
    path: 'dueOn',
    breaches: ({ typeCode, frame, dueOn, issuedOn }, syntax) => {
      if (dueOn === undefined || issuedOn === undefined || (syntax === 'CII' && [dueOn, issuedOn].some(isOfOtherFormat))) return []
      return when(compact(dueOn) < compact(issuedOn) && !DEPOSITS.has(typeCode) && !ALREADY_PAID.has(frame))
    },
    fr: 'L’échéance est avant la date de la facture.',
    en: 'The due date is before the date of the invoice.',
  },
  {
    id: 'BR-FR-CO-08_BT-23',
    term: 'BT-23',
    severity: 'fatal',
    path: 'frame',
    breaches: ({ typeCode, frame }) => when(FINAL_AFTER_DEPOSIT.has(frame) && DEPOSITS.has(typeCode), { found: frame ?? '' }),
    fr: 'Le cadre {found} est celui d’une facture définitive après acompte, non d’une facture d’acompte.',
    en: 'The frame {found} is that of a final invoice after a deposit, not of a deposit invoice.',
  },
  {
    id: 'BR-FR-CO-09_BT-23-1',
    term: 'BT-113',
    severity: 'fatal',
    path: 'totals.paid',
    breaches: ({ frame, totals }) =>
      when(ALREADY_PAID.has(frame) && (isBlank(totals?.paid) || figure(totals?.paid) !== figure(totals?.gross)), { found: frame ?? '' }),
    fr: 'Le cadre {found} dit que tout est payé : le montant payé doit être le total TTC.',
    en: 'The frame {found} says that all is paid: the amount paid must be the total with VAT.',
  },
  {
    id: 'BR-FR-CO-09_BT-23-2',
    term: 'BT-115',
    severity: 'fatal',
    path: 'totals.due',
    breaches: ({ frame, totals }) => when(ALREADY_PAID.has(frame) && figure(totals?.due) !== 0n, { found: frame ?? '' }),
    fr: 'Le cadre {found} dit que tout est payé : le net à payer doit être zéro.',
    en: 'The frame {found} says that all is paid: the amount due must be zero.',
  },
  {
    id: 'BR-FR-CO-09_BT-23-3',
    term: 'BT-9',
    severity: 'fatal',
    path: 'dueOn',
    breaches: ({ frame, dueOn }) => when(ALREADY_PAID.has(frame) && isBlank(dueOn), { found: frame ?? '' }),
    fr: 'Le cadre {found} dit que tout est payé : l’échéance doit être la date du paiement, et manque.',
    en: 'The frame {found} says that all is paid: the due date must be the day of the payment, and is missing.',
  },
  {
    id: 'BR-FR-CO-12_BT-5',
    term: 'BT-6',
    severity: 'fatal',
    path: 'vatCurrency',
    breaches: ({ currency, vatCurrency, totals }) =>
      when(currency !== undefined && currency !== 'EUR' && (vatCurrency !== 'EUR' || isBlank(totals?.vatInAccountingCurrency))),
    fr: 'Une facture en monnaie étrangère doit donner le total de TVA en euros.',
    en: 'An invoice in a foreign currency must give the VAT total in euros.',
  },
  {
    id: 'BR-FR-17_BT-123',
    term: 'BT-123',
    severity: 'fatal',
    path: 'supportingDocuments',
    breaches: ({ supportingDocuments }, syntax) =>
      whereEach(
        supportingDocuments,
        (index) => `supportingDocuments.${index}.description`,
        ({ description }) =>
          description !== undefined &&
          !(syntax === 'CII' && isBlank(description)) &&
          !ATTACHMENT_KINDS.has(description) && { found: description },
      ),
    fr: 'La pièce jointe « {found} » doit être d’une des sortes admises (RIB, LISIBLE, BON_LIVRAISON, DOCUMENT_ANNEXE…).',
    en: 'The attachment “{found}” must be of one of the kinds accepted (RIB, LISIBLE, BON_LIVRAISON, DOCUMENT_ANNEXE…).',
  },
  {
    id: 'BR-FR-18_BT-123',
    term: 'BT-123',
    severity: 'fatal',
    path: 'supportingDocuments',
    breaches: ({ supportingDocuments }) =>
      when((supportingDocuments ?? []).filter(({ description }) => description === READABLE_COPY).length > 1),
    fr: 'La facture ne doit porter qu’une seule copie lisible.',
    en: 'The invoice may bear only one readable copy.',
  },
  {
    id: 'BR-FR-27_BG-32',
    term: 'BG-32',
    severity: 'fatal',
    path: 'lines',
    breaches: ({ lines }, syntax) =>
      syntax === 'UBL'
        ? []
        : whereEach(
            lines,
            (index) => `lines.${index}.item.attributes`,
            ({ item }) => item?.attributes?.some(({ name, code }) => name === undefined && code === undefined) ?? false,
          ),
    fr: 'Une caractéristique d’article n’a ni nom ni code.',
    en: 'An attribute of an item has neither a name nor a code.',
  },
  {
    id: 'BR-FR-28-Value',
    term: 'BG-32',
    severity: 'fatal',
    path: 'lines',
    breaches: ({ lines }) =>
      whereEach(
        lines,
        (index) => `lines.${index}.item.attributes`,
        ({ item }) => item?.attributes?.some(({ value, measure }) => (value === undefined) === (measure === undefined)) ?? false,
      ),
    fr: 'Une caractéristique d’article doit avoir une valeur ou une mesure, et une seule des deux.',
    en: 'An attribute of an item must have a value or a measure, and only one of them.',
  },
]
