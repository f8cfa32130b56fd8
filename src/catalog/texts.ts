import type { FieldNames, RefusalTexts } from '#platform/problems'

export const refusals: RefusalTexts = {
  fr: {
    item_code_taken: (facts) => `Le code ${facts['code']} est déjà celui d’un autre article.`,
    item_vat_code_unknown: 'Ce régime de TVA n’existe pas.',
    item_changed_elsewhere: 'Cet article a été modifié ailleurs. Rechargez la page pour voir la dernière version.',
  },
  en: {
    item_code_taken: (facts) => `The code ${facts['code']} already belongs to another item.`,
    item_vat_code_unknown: 'There is no such VAT treatment.',
    item_changed_elsewhere: 'This item was changed elsewhere. Reload the page to see its latest version.',
  },
}

export const fields: FieldNames = {
  fr: {
    code: 'Le code',
    description: 'La description',
    nature: 'La nature',
    unit: 'L’unité',
    unitPrice: 'Le prix unitaire',
    vatCode: 'Le régime de TVA',
  },
  en: {
    code: 'The code',
    description: 'The description',
    nature: 'The kind of item',
    unit: 'The unit',
    unitPrice: 'The unit price',
    vatCode: 'The VAT treatment',
  },
}
