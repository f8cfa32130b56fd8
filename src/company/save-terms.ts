import type { OperationsOf } from '#platform/api'
import { checkTerms } from '#terms'
import type { companyContract } from './contract.ts'
import { paymentDetailsChanged } from './events.ts'
import { presentCompany } from './identity.ts'
import { loadCompany, lockCompany, updateCompany } from './store.ts'

/** When customers pay unless agreed otherwise, and to which account. */
export const saveTerms: OperationsOf<typeof companyContract>['saveTerms'] = async (context, { paymentTerms, iban, bic, bankName }) => {
  checkTerms(paymentTerms)
  const before = await lockCompany(context)
  await updateCompany(context, { payment_terms: JSON.stringify(paymentTerms), iban, bic, bank_name: bankName })
  context.record(paymentDetailsChanged({}, { ibanChanged: before.iban !== iban }))
  return presentCompany(await loadCompany(context), context.locale)
}
