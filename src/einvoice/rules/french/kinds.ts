/** The code lists of the French layer (XP Z12-012 V1.4), and the families of document types that its rules speak of. */

/** BR-FR-04, BT-3. */
export const TYPE_CODES: ReadonlySet<string> = new Set('380 381 384 386 389 393 396 261 262 471 472 473 500 501 502 503'.split(' '))
/** Credit notes; 262, the global rebate, follows a contract instead of an invoice (BR-FR-CO-03). */
export const CREDIT_NOTES: ReadonlySet<string | undefined> = new Set(['261', '381', '396', '502', '503'])
export const CORRECTIVE_INVOICES: ReadonlySet<string | undefined> = new Set(['384', '471', '472', '473'])
export const DEPOSITS: ReadonlySet<string | undefined> = new Set(['386', '500', '503'])
/** Issued by the customer in the name of the seller. */
export const SELF_BILLED: ReadonlySet<string | undefined> = new Set(['389', '261', '471', '473', '500', '501', '502'])

/** BR-FR-08, BT-23: goods, services or both, and where in the life of the sale; three special cases of building and public works. */
export const FRAMES: ReadonlySet<string> = new Set([
  ...['B', 'S', 'M'].flatMap((nature) => ['1', '2', '4', '7', '8', '9'].map((digit) => nature + digit)),
  'S3',
  'S5',
  'S6',
])
export const ALREADY_PAID: ReadonlySet<string | undefined> = new Set(['B2', 'S2', 'M2'])
export const FINAL_AFTER_DEPOSIT: ReadonlySet<string | undefined> = new Set(['B4', 'S4', 'M4'])
/** Bidirectional self-billing, where a price may be negative. */
export const BIDIRECTIONAL: ReadonlySet<string | undefined> = new Set(['B9', 'S9', 'M9'])

/** BR-FR-15, BT-151. */
export const VAT_CATEGORIES: ReadonlySet<string> = new Set(['S', 'E', 'AE', 'K', 'G', 'O', 'Z'])
/** BR-FR-16, BT-152: the rates of metropolitan France, Corsica and overseas, and those of the past. */
export const VAT_RATES = '0 0.9 1.05 1.75 2.1 5.5 7 8.5 9.2 9.6 10 13 19.6 20 20.6'.split(' ')

/** BR-FR-17, BT-123: what an attachment is. */
export const ATTACHMENT_KINDS: ReadonlySet<string> = new Set([
  'RIB',
  'LISIBLE',
  'FEUILLE_DE_STYLE',
  'PJA',
  'BORDEREAU_SUIVI',
  'DOCUMENT_ANNEXE',
  'BON_LIVRAISON',
  'BON_COMMANDE',
  'BORDEREAU_SUIVI_VALIDATION',
  'ETAT_ACOMPTE',
  'FACTURE_PAIEMENT_DIRECT',
  'RECAPITULATIF_COTRAITANCE',
])
/** BR-FR-18: the copy people read; one is enough. */
export const READABLE_COPY = 'LISIBLE'

/** BR-FR-29, BR-FR-30: kinds of invoiced objects that may stand once each. */
export const SINGLE_OBJECTS: readonly string[] = ['AFL', 'AVV']

/** BR-FR-20: what kind of flow the note BAR announces. */
export const FLOW_KINDS: ReadonlySet<string> = new Set(['B2B', 'B2BINT', 'B2C', 'B2CINT', 'OUTOFSCOPE', 'ARCHIVEONLY'])

/** ISO 6523 lists: SIREN, SIRET, French electronic address, routing code, single taxable person. */
export const SIREN = '0002'
export const SIRET = '0009'
export const ROUTING_CODE = '0224'
export const FRENCH_ADDRESS = '0225'
export const SINGLE_TAXABLE_PERSON = '0231'
/** BR-FR-CO-14: the note TXD of a member of a single taxable person. */
export const MEMBER_OF_SINGLE_TAXABLE_PERSON = 'MEMBRE_ASSUJETTI_UNIQUE'
