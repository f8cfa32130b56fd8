/** All that bears VAT on an invoice: its lines, and the allowances and charges of the document. Added up once for all the rules that ask. */
import type { ReadInvoice } from '../../../model.ts'
import { type Figure, combine, figure, figureOrZero } from '../../figures.ts'
import { remembered } from '../../rule.ts'

export type Place = 'line' | 'allowance' | 'charge'

export type Taxed = {
  readonly place: Place
  readonly path: string
  readonly category: string | undefined
  readonly rate: string | undefined
  readonly amount: string | undefined
}

const taxType = (vat: { readonly taxType?: string } | undefined): string | undefined => vat?.taxType

/** Some files name another tax where VAT belongs: its category and rate are then not those of VAT. */
export const isVat = (vat: { readonly taxType?: string } | undefined): boolean => {
  const type = taxType(vat)
  return vat !== undefined && (type === undefined || type.trim().toUpperCase() === 'VAT')
}

export const taxedParts = remembered((invoice: ReadInvoice): readonly Taxed[] => {
  const parts: Taxed[] = []
  for (const [index, { vat, netAmount }] of (invoice.lines ?? []).entries()) {
    parts.push({ place: 'line', path: `lines.${index}`, category: vat?.category?.trim(), rate: vat?.rate, amount: netAmount })
  }
  for (const [index, { kind, vat, amount }] of (invoice.allowancesCharges ?? []).entries()) {
    if (kind !== 'allowance' && kind !== 'charge') continue
    parts.push({ place: kind, path: `allowancesCharges.${index}`, category: vat?.category?.trim(), rate: vat?.rate, amount })
  }
  return parts
})

/** What one category bears on an invoice. Bases are lines and charges less allowances; unknown when one of the figures is no number. */
export type Bearing = {
  readonly places: Set<Place>
  base: Figure | undefined
  readonly baseByRate: Map<Figure, Figure | undefined>
}

export const bearings = remembered((invoice: ReadInvoice): ReadonlyMap<string, Bearing> => {
  const found = new Map<string, Bearing>()
  for (const { place, category, rate, amount } of taxedParts(invoice)) {
    if (category === undefined) continue
    let bearing = found.get(category)
    if (!bearing) found.set(category, (bearing = { places: new Set(), base: 0n, baseByRate: new Map() }))
    bearing.places.add(place)
    const value = figureOrZero(amount)
    const add = (base: Figure | undefined) => (place === 'allowance' ? combine([base], [value]) : combine([base, value]))
    bearing.base = add(bearing.base)
    const atRate = figure(rate)
    if (atRate !== undefined) bearing.baseByRate.set(atRate, add(bearing.baseByRate.has(atRate) ? bearing.baseByRate.get(atRate) : 0n))
  }
  return found
})

export const PLACES: readonly {
  readonly place: Place
  readonly category: string
  readonly rate: string
  readonly fr: string
  readonly en: string
}[] = [
  { place: 'line', category: 'BT-151', rate: 'BT-152', fr: 'Une ligne', en: 'A line' },
  { place: 'allowance', category: 'BT-95', rate: 'BT-96', fr: 'Une remise', en: 'An allowance' },
  { place: 'charge', category: 'BT-102', rate: 'BT-103', fr: 'Un frais', en: 'A charge' },
]
