/** Payment terms as they travel: the plain data of `rules/terms.ts`. */
import { z } from 'zod'
import type { BasisPoints } from '#core/quantity'

export { describeTerms } from './rules/describe.ts'
export { presetOf, TERMS_PRESETS } from './rules/presets.ts'
export type { PaymentTerms } from './rules/terms.ts'

const term = z
  .object({
    base: z.enum(['issue', 'delivery']).default('issue'),
    days: z.number().int().min(0).max(365),
    endOfMonth: z.enum(['none', 'before', 'after']).default('none'),
    dayOfMonth: z.number().int().min(1).max(31).optional(),
  })
  .transform(({ dayOfMonth, ...rest }) => (dayOfMonth === undefined ? rest : { ...rest, dayOfMonth }))

export const paymentTerms = z
  .array(
    z.discriminatedUnion('part', [
      z.object({
        part: z.literal('percent'),
        basisPoints: z
          .number()
          .int()
          .min(1)
          .max(9_999)
          .transform((value) => value as BasisPoints),
        term,
      }),
      z.object({ part: z.literal('rest'), term }),
    ]),
  )
  .min(1)
  .max(36)
