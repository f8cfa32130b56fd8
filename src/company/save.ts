import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { companyContract } from './contract.ts'
import { companyChanged } from './events.ts'
import { identityColumns, presentCompany } from './identity.ts'
import { type CompanyColumns, type CompanyRow, loadCompany, lockCompany, updateCompany } from './store.ts'

/** Who the company is. What is issued keeps what it said: documents copy these facts. */
export const saveCompany: OperationsOf<typeof companyContract>['save'] = async (context, { version, ...input }) => {
  const before = await lockCompany(context)
  if (before.version !== version) throw new Refusal('company_changed_elsewhere', { status: 409 })
  const columns = identityColumns(input)
  const changed = changedColumns(before, columns)
  if (changed.length > 0) {
    await updateCompany(context, columns)
    context.record(companyChanged({}, { fields: changed }))
  }
  return presentCompany(await loadCompany(context), context.locale)
}

function changedColumns(before: CompanyRow, after: CompanyColumns): string[] {
  return (Object.keys(after) as (keyof CompanyColumns)[]).filter((column) => before[column] !== after[column])
}
