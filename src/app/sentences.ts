/** Every capability's sentences for what it refuses, and its names for input fields. */
import { bankingTexts } from '#banking'
import { catalogTexts } from '#catalog'
import { companyTexts } from '#company'
import { customersTexts } from '#customers'
import { dunningTexts } from '#dunning'
import { invoicesTexts } from '#invoices'
import { mailTexts } from '#mail'
import { paymentsTexts } from '#payments'
import { peopleTexts } from '#people'
import { createProblems, type Problems } from '#platform/problems'
import { portalTexts } from '#portal'
import { readingsTexts } from '#readings'
import { receivablesTexts } from '#receivables'
import { reconciliationTexts } from '#reconciliation'
import { statementsTexts } from '#statements'
import { termsTexts } from '#terms'
import { vatTexts } from '#vat'
import { verdictsTexts } from '#verdicts'

export const problems: Problems = createProblems([
  peopleTexts,
  companyTexts,
  customersTexts,
  catalogTexts,
  vatTexts,
  termsTexts,
  invoicesTexts,
  readingsTexts,
  verdictsTexts,
  paymentsTexts,
  receivablesTexts,
  bankingTexts,
  reconciliationTexts,
  statementsTexts,
  dunningTexts,
  portalTexts,
  mailTexts,
])
