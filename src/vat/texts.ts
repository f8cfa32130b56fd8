import type { RefusalTexts } from '#platform/problems'

export const refusals: RefusalTexts = {
  fr: { vat_treatment_unknown: 'Ce régime de TVA n’existe pas.' },
  en: { vat_treatment_unknown: 'There is no such VAT treatment.' },
}
