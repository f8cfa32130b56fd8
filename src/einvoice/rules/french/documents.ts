/** BR-FR-CO-03 to 09 and 12: what each type of document and each invoicing frame demands. */
import type { Invoice } from '../../model.ts'
import { figure } from '../figures.ts'
import { isBlank, type Rule, when } from '../rule.ts'
import { ALREADY_PAID, CORRECTIVE_INVOICES, CREDIT_NOTES, DEPOSITS, FINAL_AFTER_DEPOSIT } from './kinds.ts'

/** Invoices referred to by number and date. */
const datedReferences = ({ precedingInvoices }: Invoice): number =>
  precedingInvoices?.filter(({ number, issuedOn }) => !isBlank(number) && issuedOn !== undefined).length ?? 0

export const documentRules: readonly Rule[] = [
  {
    id: 'BR-FR-CO-03',
    term: 'BT-3',
    severity: 'fatal',
    path: 'typeCode',
    breaches: ({ typeCode, contractReference, period }) => when(typeCode === '262' && (isBlank(contractReference) || period === undefined)),
    fr: 'Un avoir de remise globale doit citer le contrat et la période.',
    en: 'A credit note for a global rebate must cite the contract and the period.',
  },
  {
    id: 'BR-FR-CO-04',
    term: 'BT-25',
    severity: 'fatal',
    path: 'precedingInvoices',
    breaches: (invoice) =>
      when(CORRECTIVE_INVOICES.has(invoice.typeCode) && (datedReferences(invoice) !== 1 || invoice.precedingInvoices?.length !== 1)),
    fr: 'Une facture rectificative doit citer la facture qu’elle remplace, une seule, avec son numéro et sa date.',
    en: 'A corrective invoice must cite the invoice it replaces, exactly one, with its number and its date.',
  },
  {
    id: 'BR-FR-CO-05',
    term: 'BT-25',
    severity: 'fatal',
    path: 'precedingInvoices',
    breaches: (invoice) => when(CREDIT_NOTES.has(invoice.typeCode) && datedReferences(invoice) === 0),
    fr: 'Un avoir doit citer la facture qu’il corrige, avec son numéro et sa date.',
    en: 'A credit note must cite the invoice it corrects, with its number and its date.',
  },
  {
    id: 'BR-FR-CO-07',
    term: 'BT-9',
    severity: 'fatal',
    path: 'dueOn',
    breaches: ({ typeCode, frame, dueOn, issuedOn }) =>
      when(dueOn !== undefined && dueOn < issuedOn && !DEPOSITS.has(typeCode) && !ALREADY_PAID.has(frame)),
    fr: 'L’échéance est avant la date de la facture.',
    en: 'The due date is before the date of the invoice.',
  },
  {
    id: 'BR-FR-CO-08',
    term: 'BT-23',
    severity: 'fatal',
    path: 'frame',
    breaches: ({ typeCode, frame }) => when(FINAL_AFTER_DEPOSIT.has(frame) && DEPOSITS.has(typeCode), { found: frame }),
    fr: 'Le cadre {found} est celui d’une facture définitive après acompte, non d’une facture d’acompte.',
    en: 'The frame {found} is that of a final invoice after a deposit, not of a deposit invoice.',
  },
  {
    id: 'BR-FR-CO-09',
    term: 'BT-113',
    severity: 'fatal',
    path: 'totals.paid',
    breaches: ({ frame, totals }) =>
      when(ALREADY_PAID.has(frame) && (figure(totals.paid) !== figure(totals.gross) || figure(totals.due) !== 0n), { found: frame }),
    fr: 'Le cadre {found} dit que tout est payé : le montant payé doit être le total TTC, et le net à payer zéro.',
    en: 'The frame {found} says that all is paid: the amount paid must be the total with VAT, and the amount due zero.',
  },
  {
    id: 'BR-FR-CO-12',
    term: 'BT-6',
    severity: 'fatal',
    path: 'vatCurrency',
    breaches: ({ currency, vatCurrency, totals }) =>
      when(currency !== 'EUR' && (vatCurrency !== 'EUR' || isBlank(totals.vatInAccountingCurrency))),
    fr: 'Une facture en monnaie étrangère doit donner le total de TVA en euros.',
    en: 'An invoice in a foreign currency must give the VAT total in euros.',
  },
]
