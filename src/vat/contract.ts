import { z } from 'zod'
import { country, day, reads, refusals, text } from '#platform/contract'

const nature = z.enum(['goods', 'service'])
const inBothLanguages = z.object({ fr: z.string(), en: z.string() })

export const vatContract = {
  treatments: reads('vat:read')
    .route({ method: 'GET', path: '/vat/treatments', summary: 'The VAT treatments in force on a day, in the order of menus' })
    .input(z.object({ on: day.optional() }))
    .output(
      z.object({
        rows: z.array(
          z.object({
            code: z.string(),
            label: inBothLanguages,
            category: z.string(),
            rate: z.string(),
            wording: inBothLanguages.nullable(),
            natures: z.array(nature),
            territories: z.array(z.enum(['metropole', 'corse', 'dom'])),
            audience: z.enum(['anyone', 'business', 'eu', 'abroad']),
          }),
        ),
      }),
    ),
  suggest: reads('vat:read')
    .route({
      method: 'GET',
      path: '/vat/suggestion',
      summary: 'The treatment a new line should start with, for a customer and a kind of sale',
    })
    .input(
      z.object({
        customerKind: z.enum(['company', 'public', 'consumer', 'eu', 'other']),
        customerCountry: country.default('FR'),
        nature: nature.default('service'),
        /** The catalogue item's own treatment, for a sale in France. */
        itemVatCode: text(40).optional(),
      }),
    )
    .output(z.object({ vatCode: z.string() }))
    .errors(refusals({ vat_treatment_unknown: 422 })),
}
