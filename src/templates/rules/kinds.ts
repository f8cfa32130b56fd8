/** What the BT-3 code of a document says about how it is drawn. */

const CREDIT_NOTES: ReadonlySet<string> = new Set(['381', '396', '261', '262', '502', '503'])
const SELF_BILLED: ReadonlySet<string> = new Set(['389', '261', '471', '473', '500', '501', '502'])

/** Money goes the other way. */
export const isCreditNote = (typeCode: string): boolean => CREDIT_NOTES.has(typeCode)

/** Made out by the customer in the name of the supplier: must say « Autofacturation » (CGI ann. II art. 242 nonies A). */
export const isSelfBilled = (typeCode: string): boolean => SELF_BILLED.has(typeCode)
