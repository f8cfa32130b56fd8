/** For screens that draw a document: the colour of a company as paper will bear it, quantities as paper says them. */
export { readableAccent } from './rules/accent.ts'
export { quantityWithUnit } from './rules/units.ts'
