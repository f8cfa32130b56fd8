/** Every capability's sentences for what it refuses, and its names for input fields. */
import { catalogTexts } from '#catalog'
import { companyTexts } from '#company'
import { customersTexts } from '#customers'
import { invoicesTexts } from '#invoices'
import { paymentsTexts } from '#payments'
import { peopleTexts } from '#people'
import { createProblems, type Problems } from '#platform/problems'
import { termsTexts } from '#terms'
import { vatTexts } from '#vat'

export const problems: Problems = createProblems([peopleTexts, companyTexts, customersTexts, catalogTexts, vatTexts, termsTexts, invoicesTexts, paymentsTexts])
