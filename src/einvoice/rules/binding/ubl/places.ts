/** Where things stand in a UBL invoice. */
export const DOCUMENT = ['/Invoice', '/CreditNote']
export const LINES = ['InvoiceLine', 'CreditNoteLine']
export const SELLER = 'AccountingSupplierParty/Party'
export const BUYER = 'AccountingCustomerParty/Party'
