/** Where things stand in a UBL invoice. */
import type { XmlElement } from '../../../xml/read.ts'

export const DOCUMENT = ['/Invoice', '/CreditNote']
export const LINES = ['InvoiceLine', 'CreditNoteLine']
export const SELLER = 'AccountingSupplierParty/Party'
export const BUYER = 'AccountingCustomerParty/Party'

/** Every element under that path, through all that repeats. */
export function namesOf(element: XmlElement | undefined, [name, ...rest]: readonly string[]): XmlElement[] {
  if (!element || name === undefined) return []
  const found = element.children.filter((child) => child.name === name)
  return rest.length === 0 ? found : found.flatMap((child) => namesOf(child, rest))
}
