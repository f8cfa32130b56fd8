/** The main job, in the order a person does it. */
import type { Journey } from '../harness/stage.ts'
import { guidedStart } from './guided-start.ts'
import { invoice } from './invoice.ts'
import { issued } from './issued.ts'

export const journeys: readonly Journey[] = [guidedStart, invoice, issued]
