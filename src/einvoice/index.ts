/** The pure library of electronic invoices: no database, no HTTP. Also published alone, as `encours/einvoice`. */
export type * from './model.ts'
export { type ConformanceLevel, GUIDELINES, type Profile } from './guidelines.ts'
export { writeCii } from './cii/write.ts'
export { checkInvoice, type Failure } from './check.ts'
export { type PackName, RULE_PACKS, type RulePack } from './rules/packs.ts'
export { packFacturX, type PackOptions } from './facturx/pack.ts'
export { extractFacturX } from './facturx/extract.ts'
export { texts } from './texts.ts'
