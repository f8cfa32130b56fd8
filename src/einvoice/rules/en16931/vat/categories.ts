/**
 * The VAT categories of EN 16931 and what it asks of each. The standard writes ten rules a category, alike but for these answers: here they
 * are a table, and each family of rules is made from it.
 */
export type CategoryLaw = {
  readonly code: string
  /** How rule ids name it: K is `IC`, intra-community; L and M are `IG` and `IP` in the standard, `AF` and `AG` in its published rules. */
  readonly prefix: string
  readonly fr: string
  readonly en: string
  /** BT-152: above zero, zero, zero or more, or not written at all. */
  readonly rate: 'positive' | 'zero' | 'any' | 'none'
  /** Rows of the VAT summary: one for each rate, or a single one. */
  readonly rows: 'each rate' | 'single'
  /** BT-120, BT-121. */
  readonly reason: 'required' | 'forbidden'
  /** Which tax numbers must, or must not, be on the invoice. */
  readonly parties: 'seller tax number' | 'seller VAT number' | 'both VAT numbers' | 'seller tax and buyer number' | 'no VAT number'
}

export const CATEGORY_LAWS: readonly CategoryLaw[] = [
  {
    code: 'S',
    prefix: 'S',
    fr: 'au taux normal ou réduit',
    en: 'at the standard or a reduced rate',
    rate: 'positive',
    rows: 'each rate',
    reason: 'forbidden',
    parties: 'seller tax number',
  },
  {
    code: 'Z',
    prefix: 'Z',
    fr: 'au taux zéro',
    en: 'at the zero rate',
    rate: 'zero',
    rows: 'single',
    reason: 'forbidden',
    parties: 'seller tax number',
  },
  {
    code: 'E',
    prefix: 'E',
    fr: 'en exonération ou en franchise',
    en: 'exempt from VAT',
    rate: 'zero',
    rows: 'single',
    reason: 'required',
    parties: 'seller tax number',
  },
  {
    code: 'AE',
    prefix: 'AE',
    fr: 'en autoliquidation',
    en: 'under reverse charge',
    rate: 'zero',
    rows: 'single',
    reason: 'required',
    parties: 'seller tax and buyer number',
  },
  {
    code: 'K',
    prefix: 'IC',
    fr: 'en livraison intracommunautaire',
    en: 'as an intra-community supply',
    rate: 'zero',
    rows: 'single',
    reason: 'required',
    parties: 'both VAT numbers',
  },
  {
    code: 'G',
    prefix: 'G',
    fr: 'à l’exportation',
    en: 'as an export',
    rate: 'zero',
    rows: 'single',
    reason: 'required',
    parties: 'seller VAT number',
  },
  {
    code: 'O',
    prefix: 'O',
    fr: 'hors du champ de la TVA',
    en: 'outside the scope of VAT',
    rate: 'none',
    rows: 'single',
    reason: 'required',
    parties: 'no VAT number',
  },
  {
    code: 'L',
    prefix: 'AF',
    fr: 'soumise à l’IGIC des Canaries',
    en: 'under the IGIC of the Canary Islands',
    rate: 'any',
    rows: 'each rate',
    reason: 'forbidden',
    parties: 'seller tax number',
  },
  {
    code: 'M',
    prefix: 'AG',
    fr: 'soumise à l’IPSI de Ceuta et Melilla',
    en: 'under the IPSI of Ceuta and Melilla',
    rate: 'any',
    rows: 'each rate',
    reason: 'forbidden',
    parties: 'seller tax number',
  },
]
