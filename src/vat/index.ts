import type { OperationsOf } from '#platform/api'
import { suggest, treatments } from './ask.ts'
import type { vatContract } from './contract.ts'
import { fields, refusals } from './texts.ts'

export type { Audience, Nature, Requirement, Territory, VatTreatment } from './treatment.ts'
export { isTreatmentCode, treatment, treatmentsOn } from './treatments.ts'
export { type CustomerKind, suggestTreatment, type VatRegime, type VatSituation } from './suggest.ts'

export const vatOperations: OperationsOf<typeof vatContract> = { treatments, suggest }
export const vatTexts = { refusals, fields }
