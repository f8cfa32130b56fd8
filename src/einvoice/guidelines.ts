import type { Level } from './binding/rows.ts'

/** BT-24 says by which specification an invoice is to be judged; receivers choose their rules by this exact text. */
export const GUIDELINES = {
  MINIMUM: 'urn:factur-x.eu:1p0:minimum',
  'BASIC WL': 'urn:factur-x.eu:1p0:basicwl',
  BASIC: 'urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic',
  'EN 16931': 'urn:cen.eu:en16931:2017',
  EXTENDED: 'urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended',
  'EXTENDED-CTC-FR': 'urn:cen.eu:en16931:2017#conformant#urn.cpro.gouv.fr:1p0:extended-ctc-fr',
} as const

export type Profile = keyof typeof GUIDELINES

/** What a Factur-X container may say of its XML (`fx:ConformanceLevel`): the French extension travels as EXTENDED. */
export type ConformanceLevel = Exclude<Profile, 'EXTENDED-CTC-FR'>

const isProfile = (text: string): text is Profile => Object.hasOwn(GUIDELINES, text)

/** The profile a guideline names, if it is one of ours. */
export function profileOf(guideline: string | undefined): Profile | undefined {
  const wanted = guideline?.trim()
  return Object.keys(GUIDELINES).find((name): name is Profile => isProfile(name) && GUIDELINES[name] === wanted)
}

/** How much a profile may hold. */
export function levelOf(profile: Profile | undefined): Level {
  return profile === 'EXTENDED-CTC-FR' ? 'EXTENDED' : (profile ?? 'EN 16931')
}
