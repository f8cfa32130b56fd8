/** Which VAT treatment a new line should start with. A suggestion only: the person decides, and the law is checked at issue. */
import { areaOf } from '#core/area'
import type { Nature, Territory } from './treatment.ts'
import { treatment } from './treatments.ts'

export type VatRegime = 'normal' | 'franchise'

export type CustomerKind = 'company' | 'public' | 'consumer' | 'eu' | 'other'

export type VatSituation = {
  readonly regime: VatRegime
  readonly territory?: Territory
  readonly customerKind: CustomerKind
  /** ISO 3166-1 alpha-2. */
  readonly customerCountry: string
  readonly nature: Nature
  /** The catalogue item's own treatment, for a sale in France. */
  readonly itemTreatment?: string
}

/** The code of the treatment to propose. */
export function suggestTreatment(situation: VatSituation): string {
  const home = treatmentAtHome(situation)
  // The exemption of the thing itself comes first: a second-hand chair or an insurance stays what it is across the border.
  if (isOfTheThingItself(home)) return home
  return acrossTheBorder(situation) ?? home
}

function treatmentAtHome({ regime, territory, customerKind, itemTreatment }: VatSituation): string {
  if (regime === 'franchise') return 'FRANCHISE'
  const standard = territory === 'dom' ? 'DOM_8_5' : 'FR_20'
  if (itemTreatment === undefined) return standard
  const { audience } = treatment(itemTreatment)
  const sameAudience = audience === 'anyone' || (audience === 'business' && customerKind !== 'consumer')
  return sameAudience && itemTreatment !== 'FRANCHISE' ? itemTreatment : standard
}

function isOfTheThingItself(code: string): boolean {
  return treatment(code).category === 'E' && code !== 'FRANCHISE'
}

function acrossTheBorder({ regime, customerKind, customerCountry, nature }: VatSituation): string | undefined {
  const area = areaOf(customerCountry)
  if (area === 'home') return undefined
  const isBusiness = customerKind !== 'consumer'
  // CGI art. 259, 1°: a service to a foreign business is taxed where the business is, even when the seller is under the franchise.
  if (nature === 'service') return isBusiness ? (area === 'eu' ? 'EU_SERVICES' : 'NON_EU_SERVICES') : undefined
  // CGI art. 262 ter, I, 1°: the exemption of intra-Community supplies does not reach sellers under the franchise.
  if (regime === 'franchise') return undefined
  if (area === 'abroad') return 'EXPORT_GOODS'
  return isBusiness ? 'EU_GOODS' : undefined
}
