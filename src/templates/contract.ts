/** For screens that draw a document before it exists: the company's colour as paper will bear it. */
export { readableAccent } from './rules/accent.ts'
