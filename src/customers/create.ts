import type { OperationsOf } from '#platform/api'
import { checkTerms } from '#terms'
import type { customersContract } from './contract.ts'
import { customerCreated } from './events.ts'
import { customerColumns, presentCustomer } from './present.ts'
import { readAddressLine } from './rules/address-line.ts'
import { insertCustomer, replaceContacts, takeCode } from './store.ts'

/** A new customer, from as little as a name. */
export const createCustomer: OperationsOf<typeof customersContract>['create'] = async (context, input) => {
  const { addressLine, contacts, email, ...rest } = input
  if (rest.paymentTerms) checkTerms(rest.paymentTerms)
  const address = addressLine !== '' && rest.address.line1 === '' ? { ...rest.address, ...readAddressLine(addressLine) } : rest.address
  const customerId = context.newId()
  const code = await takeCode(context)
  await insertCustomer(context, { ...customerColumns({ ...rest, address }), id: customerId, code })
  const people = email === '' ? contacts : [{ name: '', email, phone: '', roles: ['buyer', 'accounts_payable'] as const }, ...contacts]
  await replaceContacts(
    context,
    customerId,
    people.map(({ email, name, phone, roles }) => ({ id: context.newId(), name, email, phone, roles })),
  )
  context.record(customerCreated({ customerId }, { code, name: rest.name }))
  return presentCustomer(context, customerId)
}
