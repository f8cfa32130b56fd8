import type { OperationsOf } from '#platform/api'
import type { companyContract } from './contract.ts'
import { onboardingFinished } from './events.ts'
import { presentCompany } from './identity.ts'
import { loadCompany, lockCompany, updateCompany } from './store.ts'

/** Once is enough: said again, it changes nothing. */
export const finishOnboarding: OperationsOf<typeof companyContract>['finishOnboarding'] = async (context) => {
  const company = await lockCompany(context)
  if (company.onboarded_at === null) {
    await updateCompany(context, { onboarded_at: context.now })
    context.record(onboardingFinished({}, {}))
  }
  return presentCompany(await loadCompany(context), context.locale)
}
