export { type ContactRow, contactsOf, type CustomerRow, findCustomer } from './store.ts'
