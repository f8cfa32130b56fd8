import type { FieldNames, RefusalTexts } from '#platform/problems'

export const refusals: RefusalTexts = {
  fr: { vat_treatment_unknown: 'Ce régime de TVA n’existe pas.' },
  en: { vat_treatment_unknown: 'There is no such VAT treatment.' },
}

export const fields: FieldNames = {
  fr: { customerKind: 'Nature du client', customerCountry: 'Pays du client', itemVatCode: 'TVA de l’article' },
  en: { customerKind: 'Kind of customer', customerCountry: 'Country of the customer', itemVatCode: 'VAT of the item' },
}
