import { z } from 'zod'
import { id, page, pageOf, reads, refusals, text, unitPrice, version, writes } from '#platform/contract'
import { isUnit } from './rules/units.ts'

export { type Unit, unitOf, UNITS } from './rules/units.ts'

/** Goods or service: it decides the invoicing frame and when VAT falls due. */
const nature = z.enum(['goods', 'service'])

export const itemInput = z.object({
  /** Nothing: the next of ours, A00001 and so on. */
  code: text(30).default(''),
  name: text(200, 1),
  description: text(2000).default(''),
  nature: nature.default('service'),
  /** UN/ECE code. */
  unit: z.string().refine(isUnit, { error: 'not_a_unit' }).default('C62'),
  /** Before tax, up to six decimals. */
  unitPrice,
  /** A code of `GET /vat/treatments`. */
  vatCode: text(40, 1).default('FR_20'),
})

export const itemOut = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  description: z.string(),
  nature,
  unit: z.string(),
  unitPrice: z.string(),
  vatCode: z.string(),
  archived: z.boolean(),
  version: z.number(),
})

export const itemView = z.enum(['active', 'archived'])

const badItem = { item_code_taken: 409, item_vat_code_unknown: 422 } as const

export const catalogContract = {
  list: reads('catalog:read')
    .route({ method: 'GET', path: '/items', summary: 'Items by name' })
    .input(z.object({ view: itemView.default('active'), search: text(80).optional(), ...page }))
    .output(pageOf(itemOut)),
  get: reads('catalog:read').route({ method: 'GET', path: '/items/{id}', summary: 'One item' }).input(z.object({ id })).output(itemOut),
  create: writes('catalog:write')
    .route({ method: 'POST', path: '/items', summary: 'A new item' })
    .input(itemInput)
    .output(itemOut)
    .errors(refusals(badItem)),
  save: writes('catalog:write')
    .route({ method: 'PUT', path: '/items/{id}', summary: 'The whole item; invoices and drafts keep what they took from it' })
    .input(itemInput.extend({ id, version }))
    .output(itemOut)
    .errors(refusals({ item_changed_elsewhere: 409, ...badItem })),
  archive: writes('catalog:write')
    .route({ method: 'POST', path: '/items/{id}/archive', summary: 'Put an item away, or take it back with archived: false' })
    .input(z.object({ id, archived: z.boolean().default(true) }))
    .output(itemOut),
}
