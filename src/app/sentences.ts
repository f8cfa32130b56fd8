/** Every capability's sentences for what it refuses, and its names for input fields. */
import { invoicesTexts } from '#invoices'
import { paymentsTexts } from '#payments'
import { peopleTexts } from '#people'
import { createProblems, type Problems } from '#platform/problems'

export const problems: Problems = createProblems([peopleTexts, invoicesTexts, paymentsTexts])
