/** Which VAT treatment a job has for a customer: a table that an accountant can read. */
import type { VatProfile } from './cast.ts'
import type { JobNature } from './jobs.ts'
import type { VatTreatment } from './plan.ts'

const TREATMENTS: Readonly<Record<VatProfile, Partial<Record<JobNature, VatTreatment>>>> = {
  standard: { works: 'FR_20', energy: 'FR_20', supply: 'FR_20', study: 'FR_20' },
  // Dwellings finished more than two years ago: CGI art. 279-0 bis (10 %) and 278-0 bis A (5.5 % for energy).
  housing: { works: 'FR_10', energy: 'FR_5_5', supply: 'FR_20', study: 'FR_20' },
  // Building works done for another builder: the taker owes the tax, CGI art. 283-2 nonies. Goods alone are taxed as usual.
  subcontractor: { works: 'AE_BTP', energy: 'AE_BTP', supply: 'FR_20', study: 'FR_20' },
  eu: { supply: 'EU_GOODS', study: 'EU_SERVICES' },
  nonEu: { supply: 'EXPORT_GOODS', study: 'NON_EU_SERVICES' },
  // The overseas departments are export territory for goods that leave the mainland: CGI art. 294.
  overseas: { supply: 'EXPORT_GOODS' },
  // Bare premises let without fittings are exempt: CGI art. 261 D 2°.
  tenant: { rent: 'EXEMPT_261D_2' },
}

export function treatmentOf(profile: VatProfile, nature: JobNature): VatTreatment {
  const treatment = TREATMENTS[profile][nature]
  if (!treatment) throw new RangeError(`no VAT treatment for ${nature} sold to ${profile}`)
  return treatment
}

export const REDUCED_RATE_NOTE =
  'Le client atteste que les travaux portent sur un logement achevé depuis plus de deux ans et n’ont ni pour effet d’en faire un immeuble neuf, ni d’en augmenter la surface de plancher de plus de 10 %.'
