import type { OperationsOf } from '#platform/api'
import type { companyContract } from './contract.ts'
import { createCompany } from './create.ts'
import { finishOnboarding } from './finish-onboarding.ts'
import { getCompany, logo } from './get.ts'
import { removeLogo, saveLook } from './save-look.ts'
import { saveTerms } from './save-terms.ts'
import { saveCompany } from './save.ts'
import { siren } from './siren.ts'
import { fields, refusals } from './texts.ts'

export { companyFounded } from './events.ts'
export { type CompanyRow, loadCompany } from './store.ts'

export const companyOperations: OperationsOf<typeof companyContract> = {
  get: getCompany,
  create: createCompany,
  save: saveCompany,
  saveLook,
  removeLogo,
  logo,
  saveTerms,
  finishOnboarding,
  siren,
}
export const companyTexts = { refusals, fields }
