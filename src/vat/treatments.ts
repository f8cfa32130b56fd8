/** The table of VAT treatments, and how to ask it. Rows: `rates.ts` and `exemptions.ts`. */
import type { Day } from '#core/day'
import { EXEMPTIONS } from './exemptions.ts'
import { RATES } from './rates.ts'
import type { VatTreatment } from './treatment.ts'

export const TREATMENTS: readonly VatTreatment[] = [...RATES, ...EXEMPTIONS]

const byCode: ReadonlyMap<string, VatTreatment> = new Map(TREATMENTS.map((row) => [row.code, row]))

/** The treatments one may give a document of that day, in the order of menus. */
export function treatmentsOn(day: Day): readonly VatTreatment[] {
  return TREATMENTS.filter((row) => isInForce(row, day))
}

function isInForce(row: VatTreatment, day: Day): boolean {
  return row.validFrom <= day && (row.validTo === undefined || day <= row.validTo)
}

/** The treatment of that code, in force or not: a credit note follows an invoice of another time. Throws on an unknown code. */
export function treatment(code: string): VatTreatment {
  const found = byCode.get(code)
  if (found === undefined) throw new RangeError(`not a VAT treatment: ${code}`)
  return found
}

export function isTreatmentCode(code: string): boolean {
  return byCode.has(code)
}
