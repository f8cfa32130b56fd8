/** From a job to the lines of an invoice. */
import { quantityText, type Quantity } from '#core/quantity'
import type { VatProfile } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Job, JobLine } from './jobs.ts'
import { joineryItems } from './joinery.ts'
import type { Item, Line, VatTreatment } from './plan.ts'
import { treatmentOf } from './treatments.ts'

const DISCOUNTED_SHARE = 0.08
const DISCOUNTS = ['5', '5', '10', '12.5']
const MONTHLY_RENT = '420.00'

const itemsByKey = new Map(joineryItems.map((item) => [item.key, item]))

export function linesOf(job: Job, profile: VatProfile, chance: Chance): Line[] {
  const vat = treatmentOf(profile, job.nature)
  if (job.nature === 'rent') {
    const description = 'Loyer mensuel, local de stockage nu de 60 m²'
    return [{ description, unit: 'C62', nature: 'service', quantity: '1', unitPrice: MONTHLY_RENT, vat }]
  }
  const quantitiesE4 = new Map<string, number>()
  for (const line of job.lines) {
    if (line.probability === undefined || chance.happens(line.probability))
      quantitiesE4.set(line.item, quantityE4(line, quantitiesE4, chance))
  }
  return [...quantitiesE4].map(([key, quantity]) => lineOf(itemOf(key), quantity, job, vat, chance))
}

function lineOf(item: Item, quantity: number, job: Job, vat: VatTreatment, chance: Chance): Line {
  const line: Line = {
    item: item.key,
    description: item.name,
    unit: item.unit,
    // Works on a building are a service, materials included (CGI art. 256 IV): AE_BTP and the frame of the invoice rest on it.
    nature: job.nature === 'supply' ? item.nature : 'service',
    quantity: quantityText(BigInt(quantity) as Quantity),
    unitPrice: item.unitPrice,
    vat,
  }
  return item.nature === 'goods' && chance.happens(DISCOUNTED_SHARE) ? { ...line, discountPercent: chance.pick(DISCOUNTS) } : line
}

/** In ten-thousandths of a unit, so that steps of a tenth or a twentieth stay exact. */
function quantityE4(line: JobLine, already: ReadonlyMap<string, number>, chance: Chance): number {
  if ('asManyAs' in line) return line.asManyAs.reduce((total, key) => total + (already.get(key) ?? 0), 0)
  const stepE4 = Math.round((line.step ?? 1) * 10_000)
  return chance.whole(Math.ceil((line.low * 10_000) / stepE4), Math.floor((line.high * 10_000) / stepE4)) * stepE4
}

function itemOf(key: string): Item {
  const item = itemsByKey.get(key)
  if (!item) throw new RangeError(`no such item: ${key}`)
  return item
}
