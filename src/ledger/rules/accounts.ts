/** Accounts of the entries we post, from the plan comptable général; labels for people. Data a user can read. */
import type { Texts } from '#core/text'

export const ACCOUNTS = {
  customers: '411000',
  bank: '512000',
  chequesToCash: '511200',
  cash: '530000',
  /** Card and provider payments, until the provider pays them out. */
  paymentProviders: '517000',
  bankFees: '627800',
  discountsGranted: '665000',
  smallLosses: '658800',
  smallGains: '758800',
  /** Sums that customers keep back for somebody else (tax at source): for the accountant to place. */
  withheldByCustomers: '467800',
  /** TVA collectée. */
  vatCollected: '445710',
  /** TVA déductible sur biens et services. */
  vatDeductible: '445660',
  /** Practice sub-account: VAT on services, not yet due because not yet paid. */
  vatAwaitingReceipt: '445740',
} as const

export const ACCOUNT_LABELS: Readonly<Record<string, Texts<string>>> = {
  '411000': { fr: 'Clients', en: 'Customers' },
  '512000': { fr: 'Banques', en: 'Bank' },
  '511200': { fr: 'Chèques à encaisser', en: 'Cheques to cash' },
  '530000': { fr: 'Caisse', en: 'Cash' },
  '517000': { fr: 'Prestataires de paiement', en: 'Payment providers' },
  '665000': { fr: 'Escomptes accordés', en: 'Early-payment discounts granted' },
  '658800': { fr: 'Écarts de règlement défavorables', en: 'Payment differences, losses' },
  '758800': { fr: 'Écarts de règlement favorables', en: 'Payment differences, gains' },
  '467800': { fr: 'Retenues opérées par les clients', en: 'Sums withheld by customers' },
  '445660': { fr: 'TVA déductible', en: 'Deductible VAT' },
  '445710': { fr: 'TVA collectée', en: 'VAT collected' },
  '445740': { fr: 'TVA collectée en attente d’encaissement', en: 'VAT awaiting receipt' },
  '706000': { fr: 'Prestations de services', en: 'Services' },
  '706100': { fr: 'Prestations de services, autoliquidation ou hors taxe en France', en: 'Services, reverse charge or untaxed in France' },
  '706200': { fr: 'Prestations de services, Union européenne', en: 'Services, European Union' },
  '706300': { fr: 'Prestations de services, hors Union européenne', en: 'Services, outside the European Union' },
  '707000': { fr: 'Ventes de marchandises', en: 'Sales of goods' },
  '707100': {
    fr: 'Ventes de marchandises, autoliquidation ou hors taxe en France',
    en: 'Sales of goods, reverse charge or untaxed in France',
  },
  '707200': { fr: 'Livraisons intracommunautaires', en: 'Intra-EU supplies' },
  '707300': { fr: 'Ventes à l’exportation', en: 'Exports' },
}

export type Sale = { readonly nature: 'goods' | 'service'; readonly vatCode: string; readonly category: string }

/** The sales account of a nature and a VAT treatment: taxed sales, untaxed in France, to the Union, and beyond stay apart for the VAT return. */
export function salesAccount({ category, nature, vatCode }: Sale): string {
  const root = nature === 'goods' ? '707' : '706'
  if (category === 'S') return `${root}000`
  if (category === 'K' || vatCode.startsWith('EU_')) return `${root}200`
  if (category === 'G' || category === 'O') return `${root}300`
  return `${root}100`
}

export type PaymentMethod = 'transfer' | 'cheque' | 'card' | 'cash' | 'direct_debit' | 'other'

/** Where money of each kind lies first: a cheque waits in 5112, a card payment in 517, until it is on the account. */
export function treasuryAccount(method: PaymentMethod): { readonly account: string; readonly journal: 'BQ' | 'CA' } {
  if (method === 'cash') return { account: ACCOUNTS.cash, journal: 'CA' }
  if (method === 'cheque') return { account: ACCOUNTS.chequesToCash, journal: 'BQ' }
  return { account: method === 'card' ? ACCOUNTS.paymentProviders : ACCOUNTS.bank, journal: 'BQ' }
}

export const JOURNALS: Readonly<Record<string, Texts<string>>> = {
  VE: { fr: 'Ventes', en: 'Sales' },
  BQ: { fr: 'Banque', en: 'Bank' },
  CA: { fr: 'Caisse', en: 'Cash' },
  OD: { fr: 'Opérations diverses', en: 'General journal' },
}

export type DifferenceKind = 'bank_fee' | 'discount' | 'rounding' | 'withholding'

/** What bears a part of a payment that did not come in; negative when more came in. A discount is 665 even when the invoice announces it. */
export function differenceAccount(kind: DifferenceKind, amountCents: bigint): string {
  if (kind === 'bank_fee') return ACCOUNTS.bankFees
  if (kind === 'discount') return ACCOUNTS.discountsGranted
  if (kind === 'withholding') return ACCOUNTS.withheldByCustomers
  return amountCents > 0n ? ACCOUNTS.smallLosses : ACCOUNTS.smallGains
}
