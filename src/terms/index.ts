import { fields, refusals } from './texts.ts'

export { capExceeded, type TermsWarning, termsWarnings } from './rules/caps.ts'
export { describeTerms } from './rules/describe.ts'
export { DEFAULT_TERMS, type TermsPreset } from './rules/presets.ts'
export { checkTerms, type Instalment, type InstalmentTerm, instalments, type PaymentTerms, type Term } from './rules/terms.ts'
export const termsTexts = { refusals, fields }
