export type { Audience, Nature, Requirement, Territory, VatTreatment } from './treatment.ts'
export { isInForce, isTreatmentCode, treatment, treatmentsOn } from './treatments.ts'
export { type Area, areaOf, type CustomerKind, suggestTreatment, type VatRegime, type VatSituation } from './suggest.ts'
