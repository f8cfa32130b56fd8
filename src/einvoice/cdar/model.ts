/**
 * A message of an invoice's life (CDAR, "message de cycle de vie", flow 6): who says what of which invoice. MDT/MDG numbers of XP Z12-012
 * beside each field. Plain JSON, like the invoice; amounts are exact decimal texts.
 */
import type { Day } from '#core/day'
import type { Decimal, Identifier, Read } from '../model.ts'

/** `"2026-11-21T10:05:00"`: date and time as written, in no stated zone since the standard states none. */
export type LocalTime = string

/** MDT-77: news of the transmission (305, said by platforms), or of the processing of the invoice (23, said by the businesses). */
export type Phase = '305' | '23'

/** MDT-105, those a business or its platform sends; platforms and the state have others among themselves. */
export type LifecycleStatus =
  | '200'
  | '201'
  | '202'
  | '203'
  | '204'
  | '205'
  | '206'
  | '207'
  | '208'
  | '209'
  | '210'
  | '211'
  | '212'
  | '213'
  | '214'
  | '220'
  | '221'
  | '224'
  | '225'
  | '226'
  | '227'
  | '228'
  | '501'

/**
 * MDT-21, 40, 59: BY buyer, AB its agent, SE seller, SR its agent, DL factor, PE payee, PR payer, II who issues the invoice, IV who is
 * invoiced, WK a platform, DFH the state's portal (PPF).
 */
export type PartyRole = 'BY' | 'AB' | 'SE' | 'SR' | 'DL' | 'PE' | 'PR' | 'II' | 'IV' | 'WK' | 'DFH'

export type LifecycleParty = {
  /** MDT-19, 38, 57, 129: SIREN with scheme 0002, a platform with 0238. */
  readonly identifiers?: readonly Identifier[]
  readonly name?: string
  readonly role?: PartyRole
  /** MDT-73: mandatory for a recipient that is neither a platform nor the portal. */
  readonly electronicAddress?: Identifier
}

/** MDG-43: a figure or datum of the status. */
export type Characteristic = {
  /** MDT-206: the business term it speaks of, `BT-152`. */
  readonly id?: string
  /** MDT-207: MEN collected, MPA paid, RAP remaining, ESC discount, RAB, REM, MAP, MAPTTC, MNA, MNATTC, CBB bank details, DIV, DVA, MAJ. */
  readonly type: string
  /** MDT-209. */
  readonly isChanged?: boolean
  /** MDT-211. */
  readonly name?: string
  /** MDT-213: where in the invoice's XML. */
  readonly location?: string
  readonly text?: string
  /** MDT-215. */
  readonly amount?: Decimal
  readonly currency?: string
  /** MDT-219: a day, or a time. */
  readonly on?: Day
  readonly at?: LocalTime
  readonly code?: string
  readonly quantity?: Decimal
  readonly unit?: string
  readonly number?: Decimal
  /** MDT-224: the VAT rate of the amount. */
  readonly percent?: Decimal
}

/** MDG-37. */
export type StatusDetail = {
  /** MDT-113, MDT-114: why. */
  readonly reasonCode?: string
  readonly reason?: string
  /** MDT-115: of this detail, when it differs from that of the invoice. */
  readonly status?: string
  readonly label?: string
  /** MDT-121, MDT-122: what is asked of the other: NOA nothing, PIN more information, NIN a new invoice, CNF, CNP, CNA a credit note, OTH. */
  readonly actionCode?: string
  readonly action?: string
  /** MDT-124-2: details are counted from 1. */
  readonly sequence: string
  readonly notes?: readonly { readonly text: string }[]
  readonly characteristics?: readonly Characteristic[]
}

/** MDG-33: one invoice and its status. */
export type InvoiceStatus = {
  /** MDT-87: BT-1. */
  readonly number: string
  /** MDT-88: UN/EDIFACT 1373, beside the status. */
  readonly documentStatus?: string
  /** MDT-91: BT-3. */
  readonly typeCode?: string
  /** MDT-95: when it was deposited (for the seller) or received (for the buyer). */
  readonly receivedAt?: LocalTime
  /** MDT-97. */
  readonly referenceType?: string
  /** MDT-100: BT-2. */
  readonly issuedOn?: Day
  /** MDT-105, MDT-106. */
  readonly status: LifecycleStatus
  readonly label?: string
  /** MDT-129 to 132: the seller of the invoice. */
  readonly seller?: LifecycleParty
  /** MDT-158. */
  readonly recipients?: readonly LifecycleParty[]
  readonly details?: readonly StatusDetail[]
}

/** MDG-32. */
export type Acknowledgement = {
  /** MDT-74: whether it speaks of several invoices. */
  readonly isMultiple: boolean
  readonly phase: Phase
  /** MDT-78: when the status was given. */
  readonly postedAt: LocalTime
  readonly invoices: readonly InvoiceStatus[]
}

export type LifecycleMessage = {
  /** MDT-2: REGULATED, NON_REGULATED, B2C, B2CINT, B2BINT, OUTOFSCOPE; absent towards the portal. */
  readonly process?: string
  /** MDT-3. */
  readonly guideline: string
  /** MDT-4. */
  readonly id: string
  /** MDT-5. */
  readonly name?: string
  /** MDT-8. */
  readonly createdAt: LocalTime
  /** MDG-9: the platform that sends. */
  readonly sender: LifecycleParty
  /** MDG-16: who says it. */
  readonly issuer: LifecycleParty
  /** MDG-23. */
  readonly recipients: readonly LifecycleParty[]
  readonly acknowledgements: readonly Acknowledgement[]
}

/** The same tree as anyone may have written it. */
export type ReadLifecycleMessage = Read<LifecycleMessage>
