export type { Audience, Nature, Requirement, Territory, VatTreatment } from './treatment.ts'
export { isTreatmentCode, treatment, treatmentsOn } from './treatments.ts'
export { type CustomerKind, suggestTreatment, type VatRegime, type VatSituation } from './suggest.ts'
