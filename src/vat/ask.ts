import { loadCompany } from '#company'
import { rateText } from '#core/quantity'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { vatContract } from './contract.ts'
import { suggestTreatment, type VatRegime } from './suggest.ts'
import { isTreatmentCode, treatmentsOn } from './treatments.ts'

type Operations = OperationsOf<typeof vatContract>

export const treatments: Operations['treatments'] = (context, { on }) => {
  const rows = treatmentsOn(on ?? context.today).map((row) => ({
    code: row.code,
    label: row.label,
    category: row.category,
    rate: rateText(row.rateBasisPoints),
    wording: row.wording ?? null,
    natures: [...row.natures],
    territories: [...row.territories],
    audience: row.audience,
  }))
  return Promise.resolve({ rows })
}

export const suggest: Operations['suggest'] = async (context, { customerCountry, customerKind, itemVatCode, nature }) => {
  if (itemVatCode !== undefined && !isTreatmentCode(itemVatCode)) throw new Refusal('vat_treatment_unknown', { field: 'itemVatCode' })
  const { vat_regime: regime } = await loadCompany(context)
  const vatCode = suggestTreatment({
    regime: regime as VatRegime,
    customerKind,
    customerCountry,
    nature,
    ...(itemVatCode !== undefined && { itemTreatment: itemVatCode }),
  })
  return { vatCode }
}
