import { z } from 'zod'
import { IDENTITY_WARNINGS } from '#core/identity-warnings'
import { address, country, email, money, moneyOut, reads, refusals, text, version, writes } from '#platform/contract'
import { bic, iban, siren, siret, vatNumber } from '#platform/identifier-shapes'
import { paymentTerms } from '#terms/contract'

export { type SirenFacts, sirenFacts } from './rules/siren-facts.ts'

const vatRegime = z.enum(['normal', 'franchise'])
const language = z.enum(['fr', 'en'])
const orNothing = <T extends z.ZodType>(schema: T) => z.union([z.literal(''), schema]).default('')

/** Who the company is, as its documents say it. */
export const identityInput = z.object({
  name: text(120, 1),
  legalForm: text(60).default(''),
  shareCapital: money.nullable().default(null),
  siren,
  siret,
  /** City of the trade register. */
  rcsCity: text(60).default(''),
  vatNumber,
  vatRegime: vatRegime.default('normal'),
  /** CGI 269-2 c: VAT of services paid on debits rather than on receipts. */
  vatOnDebits: z.boolean().default(false),
  address: address.prefault({}),
  email: orNothing(email),
  phone: text(30).default(''),
  website: text(120).default(''),
  language: language.default('fr'),
  footerNote: text(500).default(''),
  /** Where platforms deliver its electronic documents (BT-34). Nothing: the SIREN. */
  eAddress: text(125).nullable().default(null),
})

const addressOut = z.object({ line1: z.string(), line2: z.string(), postcode: z.string(), city: z.string(), country })

export const identityWarning = z.object({
  code: z.enum(IDENTITY_WARNINGS),
  field: z.string(),
  sentence: z.string(),
})

export const companyOut = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  legalForm: z.string(),
  shareCapital: moneyOut.nullable(),
  siren: z.string().nullable(),
  siret: z.string().nullable(),
  rcsCity: z.string(),
  vatNumber: z.string().nullable(),
  vatRegime,
  vatOnDebits: z.boolean(),
  address: addressOut,
  email: z.string(),
  phone: z.string(),
  website: z.string(),
  language,
  footerNote: z.string(),
  eAddress: z.string().nullable(),
  eAddressScheme: z.string().nullable(),
  accentColor: z.string(),
  hasLogo: z.boolean(),
  paymentTerms,
  iban: z.string().nullable(),
  bic: z.string().nullable(),
  bankName: z.string(),
  onboarded: z.boolean(),
  version: z.number(),
  warnings: z.array(identityWarning),
})

const changedElsewhere = { company_changed_elsewhere: 409 } as const
/** A request without a body is as good as an empty one. */
const nothing = z.object({}).prefault({})

export const companyContract = {
  get: reads('company:read')
    .route({ method: 'GET', path: '/company', summary: 'The company: identity, look, terms, bank account' })
    .output(companyOut),
  create: writes('signed-in')
    .route({ method: 'POST', path: '/companies', summary: 'Found a company; the person becomes its owner' })
    .input(identityInput)
    .output(companyOut)
    .errors(refusals({ person_required: 403 })),
  save: writes('company:write')
    .route({ method: 'PUT', path: '/company', summary: 'Who the company is' })
    .input(identityInput.extend({ version }))
    .output(companyOut)
    .errors(refusals(changedElsewhere)),
  saveLook: writes('company:write')
    .route({
      method: 'PUT',
      path: '/company/look',
      summary: 'Accent colour, logo (PNG, JPEG or SVG, 1 MB at most), or both; what is not given stays',
    })
    .input(
      z.object({
        accentColor: z
          .string()
          .toLowerCase()
          .regex(/^#[0-9a-f]{6}$/, { error: 'not_a_color' })
          .optional(),
        logo: z.file().optional(),
      }),
    )
    .output(companyOut)
    .errors(refusals({ logo_too_large: 413, logo_unreadable: 422, logo_unsafe: 422 })),
  removeLogo: writes('company:write')
    .route({ method: 'DELETE', path: '/company/logo', summary: 'Documents bear the name alone' })
    .input(nothing)
    .output(companyOut),
  logo: reads('company:read')
    .route({ method: 'GET', path: '/company/logo', summary: 'The logo, as it was given' })
    .output(z.instanceof(File)),
  saveTerms: writes('company:write')
    .route({ method: 'PUT', path: '/company/terms', summary: 'What a new customer gets as payment terms, and the account they pay to' })
    .input(z.object({ paymentTerms, iban, bic, bankName: text(80).default('') }))
    .output(companyOut)
    .errors(refusals({ terms_need_one_rest: 422, terms_leave_no_rest: 422 })),
  finishOnboarding: writes('company:write')
    .route({ method: 'POST', path: '/company/onboarding/finish', summary: 'The guided start is over' })
    .input(nothing)
    .output(companyOut),
  siren: reads('signed-in')
    .route({
      method: 'GET',
      path: '/sirens/{siren}',
      summary: 'What a SIREN tells without asking anyone: its key, the VAT number, the e-invoice address',
    })
    .input(z.object({ siren: text(40) }))
    .output(
      z.object({
        siren: z.string(),
        valid: z.boolean(),
        vatNumber: z.string().nullable(),
        eAddress: z.object({ scheme: z.literal('0225'), value: z.string() }).nullable(),
      }),
    ),
}
