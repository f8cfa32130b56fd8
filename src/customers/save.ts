import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import { canonicalJson } from '#platform/canonical'
import { checkTerms } from '#terms'
import type { customersContract } from './contract.ts'
import { customerChanged } from './events.ts'
import { customerColumns, presentCustomer } from './present.ts'
import { type Contact, contactsOf, type CustomerColumns, type CustomerRow, lockCustomer, replaceContacts, updateCustomer } from './store.ts'

/** The whole customer as it now stands. Documents already issued keep what they said. */
export const saveCustomer: OperationsOf<typeof customersContract>['save'] = async (context, { contacts, id, version, ...input }) => {
  const before = await lockCustomer(context, id)
  if (!before) throw new Refusal('not_found', { status: 404 })
  if (before.version !== version) throw new Refusal('customer_changed_elsewhere', { status: 409 })
  if (input.paymentTerms) checkTerms(input.paymentTerms)
  const columns = customerColumns(input)
  const people = await contactsOf(context, id)
  const known = new Set(people.map((person) => person.id))
  const wished = contacts.map((contact) => ({ ...contact, id: contact.id && known.has(contact.id) ? contact.id : context.newId() }))
  const fields = changedFields(before, columns, samePeople(people, wished))
  if (fields.length > 0) {
    await updateCustomer(context, id, columns)
    await replaceContacts(context, id, wished)
    context.record(customerChanged({ customerId: id }, { fields }))
  }
  return presentCustomer(context, id)
}

const JSON_COLUMNS = ['delivery_address', 'payment_terms'] as const satisfies readonly (keyof CustomerColumns)[]

function changedFields(before: CustomerRow, after: CustomerColumns, peopleStay: boolean): string[] {
  const written: Record<string, unknown> = { ...before }
  for (const column of JSON_COLUMNS) written[column] = before[column] === null ? null : canonicalJson(before[column])
  const wished: Record<string, unknown> = { ...after }
  for (const column of JSON_COLUMNS) {
    const text = after[column]
    wished[column] = typeof text === 'string' ? canonicalJson(JSON.parse(text)) : null
  }
  const columns = Object.keys(wished).filter((column) => written[column] !== wished[column])
  return peopleStay ? columns : [...columns, 'contacts']
}

function samePeople(before: readonly Contact[], after: readonly Contact[]): boolean {
  const asText = (people: readonly Contact[]) =>
    canonicalJson(people.map(({ email, id, name, phone, roles }) => ({ email, id, name, phone, roles })))
  return asText(before) === asText(after)
}
