import { refusals } from './texts.ts'

export { type TermsWarning, termsWarnings } from './rules/caps.ts'
export { describeTerm, describeTerms } from './rules/describe.ts'
export { DEFAULT_TERMS, presetOf, TERMS_PRESETS, type TermsPreset } from './rules/presets.ts'
export { checkTerms, dueOnOf, type Instalment, type InstalmentTerm, instalments, type PaymentTerms, type Term } from './rules/terms.ts'
export const termsTexts = { refusals }
