/** The door of the worlds. */
export { broceliande } from './broceliande.ts'
export { franchise } from './franchise.ts'
export type * from './plan.ts'
