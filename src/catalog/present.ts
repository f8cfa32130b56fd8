/** Between the item as the contract says it and its row. */
import type { z } from 'zod'
import { unitPriceText, type UnitPrice } from '#core/quantity'
import { Refusal } from '#core/refusal'
import { isTreatmentCode } from '#vat'
import type { itemInput, itemOut } from './contract.ts'
import type { ItemColumns, ItemRow } from './store.ts'

export function itemColumns(input: z.output<typeof itemInput>): ItemColumns {
  if (!isTreatmentCode(input.vatCode)) throw new Refusal('item_vat_code_unknown', { field: 'vatCode' })
  return {
    code: input.code,
    name: input.name,
    description: input.description,
    nature: input.nature,
    unit: input.unit,
    unit_price_e6: input.unitPrice,
    vat_code: input.vatCode,
  }
}

export function presentItem(row: ItemRow): z.input<typeof itemOut> {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    description: row.description,
    nature: row.nature as 'goods' | 'service',
    unit: row.unit,
    unitPrice: unitPriceText(row.unit_price_e6 as UnitPrice),
    vatCode: row.vat_code,
    archived: row.archived_at !== null,
    version: row.version,
  }
}
