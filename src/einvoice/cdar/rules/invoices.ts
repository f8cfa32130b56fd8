/** Each invoice the message speaks of, and what its status must tell. */
import { TYPE_CODES } from '../../rules/french/kinds.ts'
import { INNER_STATUSES, statusRow } from '../statuses.ts'
import { type CdarRule, eachInvoice, isBlank, type ReadInvoiceStatus } from './rule.ts'

/** A file that could not be read has no invoice to name. */
const INADMISSIBLE = '501'
const COLLECTED = '212'
const PAID = '211'
const ROLES = new Set(['BY', 'AB', 'DL', 'SE', 'SR', 'WK', 'DFH', 'PE', 'PR', 'II', 'IV'])

const isKnown = (status: string): boolean => statusRow(status) !== undefined || INNER_STATUSES.includes(status)

const figures = ({ details = [] }: ReadInvoiceStatus, type: string) =>
  details.flatMap(({ characteristics = [] }) => characteristics.filter((one) => one.type === type))

const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

export const invoiceRules: readonly CdarRule[] = [
  {
    id: 'BR-FR-CDV-10_MDT-87',
    pack: 'BR-FR-CDV',
    term: 'MDT-87',
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: eachInvoice('.number', ({ number }) => isBlank(number)),
    fr: 'Le numéro de la facture (MDT-87) manque.',
    en: 'The number of the invoice (MDT-87) is missing.',
  },
  {
    id: 'BR-FR-04_MDT-91',
    pack: 'BR-FR-CDV',
    term: 'MDT-91',
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: eachInvoice('.typeCode', ({ typeCode }) => typeCode !== undefined && !TYPE_CODES.has(typeCode) && typeCode),
    fr: 'Facture {number} : le type de document « {found} » n’est pas admis en France.',
    en: 'Invoice {number}: the document type “{found}” is not allowed in France.',
  },
  {
    id: 'BR-FR-CDV-11_MDG-35',
    pack: 'BR-FR-CDV',
    term: 'MDT-100',
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: eachInvoice('.issuedOn', ({ issuedOn, status }) => status !== INADMISSIBLE && isBlank(issuedOn)),
    fr: 'Facture {number} : sa date (MDT-100) manque.',
    en: 'Invoice {number}: its date (MDT-100) is missing.',
  },
  {
    id: 'BR-FR-CDV-12_MDT-105',
    pack: 'BR-FR-CDV',
    term: 'MDT-105',
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: eachInvoice('.status', ({ status }) => status === undefined),
    fr: 'Facture {number} : son statut (MDT-105) manque.',
    en: 'Invoice {number}: its status (MDT-105) is missing.',
  },
  {
    id: 'BR-FR-CDV-CL-06_MDT-105',
    pack: 'BR-FR-CDV',
    term: 'MDT-105',
    severity: 'warning',
    path: 'acknowledgements',
    breaches: eachInvoice('.status', ({ status }) => status !== undefined && !isKnown(status) && status),
    fr: 'Facture {number} : le statut « {found} » n’existe pas.',
    en: 'Invoice {number}: the status “{found}” does not exist.',
  },
  {
    id: 'BR-FR-CDV-13_MDT-129',
    pack: 'BR-FR-CDV',
    term: 'MDT-129',
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: eachInvoice('.seller', ({ seller, status }) => {
      return status !== INADMISSIBLE && seller !== undefined && (seller.identifiers ?? []).length === 0
    }),
    fr: 'Facture {number} : l’identifiant du vendeur (MDT-129) manque.',
    en: 'Invoice {number}: the identifier of the seller (MDT-129) is missing.',
  },
  {
    id: 'ENCOURS-CDV-01',
    pack: 'ENCOURS',
    term: 'MDT-129',
    // XP Z12-012 wants the seller whenever there is an invoice; the published check looks only where a seller is named.
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: eachInvoice('.seller', ({ seller, status }) => status !== INADMISSIBLE && seller === undefined),
    fr: 'Facture {number} : le vendeur (MDT-129) n’est pas nommé.',
    en: 'Invoice {number}: the seller (MDT-129) is not named.',
  },
  {
    id: 'BR-FR-CDV-CL-07_MDT-132',
    pack: 'BR-FR-CDV',
    term: 'MDT-132',
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: eachInvoice('.seller.role', ({ seller }) => seller?.role !== undefined && seller.role !== 'SE' && seller.role),
    fr: 'Facture {number} : le rôle du vendeur est SE, non « {found} ».',
    en: 'Invoice {number}: the role of the seller is SE, not “{found}”.',
  },
  {
    id: 'BR-FR-CDV-CL-08_MDT-158',
    pack: 'BR-FR-CDV',
    term: 'MDT-158',
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: eachInvoice('.recipients', ({ recipients = [] }) => {
      return recipients.map(({ role }) => role).find((role) => role !== undefined && !ROLES.has(role)) ?? false
    }),
    fr: 'Facture {number} : le rôle du destinataire, « {found} », n’est pas admis.',
    en: 'Invoice {number}: the role of the recipient, “{found}”, is not allowed.',
  },
  {
    id: 'BR-FR-CDV-14_MDT-207',
    pack: 'BR-FR-CDV',
    term: 'MDT-207',
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: eachInvoice('.details', (invoice) => {
      const collected = figures(invoice, 'MEN')
      const isComplete = collected.length > 0 && collected.every(({ amount, percent }) => amount !== undefined && percent !== undefined)
      return invoice.status === COLLECTED && !isComplete
    }),
    fr: 'Facture {number}, encaissée : il faut le montant encaissé et son taux de TVA (MEN), un par taux.',
    en: 'Invoice {number}, collected: the amount collected and its VAT rate are needed (MEN), one for each rate.',
  },
  {
    id: 'BR-FR-CDV-15_MDT-113',
    pack: 'BR-FR-CDV',
    term: 'MDT-113',
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: eachInvoice('.details', ({ status, details = [] }) => {
      return statusRow(status)?.isReasonMandatory === true && !details.some(({ reasonCode }) => reasonCode !== undefined)
    }),
    fr: 'Facture {number} : le statut {status} doit dire son motif (MDT-113).',
    en: 'Invoice {number}: the status {status} must say its reason (MDT-113).',
  },
  {
    id: 'ENCOURS-CDV-02',
    pack: 'ENCOURS',
    term: 'MDT-77',
    severity: 'warning',
    path: 'acknowledgements',
    breaches: eachInvoice('.status', ({ status }, phase) => {
      const row = statusRow(status)
      return row !== undefined && (phase === '23' || phase === '305') && row.phase !== phase && phase
    }),
    fr: 'Facture {number} : le statut {status} n’est pas de la phase annoncée ({found}).',
    en: 'Invoice {number}: the status {status} does not belong to the phase announced ({found}).',
  },
  {
    id: 'ENCOURS-CDV-03',
    pack: 'ENCOURS',
    term: 'MDT-215',
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: eachInvoice('.details', (invoice) => {
      const wrong = figures(invoice, 'MEN').find(({ amount, percent }) => !isDecimal(amount ?? '0') || !isDecimal(percent ?? '0'))
      return wrong === undefined ? false : `${wrong.amount ?? ''} / ${wrong.percent ?? ''}`
    }),
    fr: 'Facture {number} : le montant encaissé ou son taux n’est pas un nombre ({found}).',
    en: 'Invoice {number}: the amount collected or its rate is no number ({found}).',
  },
  {
    id: 'ENCOURS-CDV-04',
    pack: 'ENCOURS',
    term: 'MDT-207',
    severity: 'warning',
    path: 'acknowledgements',
    breaches: eachInvoice('.details', (invoice) => {
      return invoice.status === PAID && !figures(invoice, 'MPA').some(({ amount }) => amount !== undefined)
    }),
    fr: 'Facture {number}, paiement transmis : le montant payé (MPA) manque.',
    en: 'Invoice {number}, payment sent: the amount paid (MPA) is missing.',
  },
]
