/** What nine digits tell without asking anyone. */
import { isSiren, normaliseIdentifier, vatNumberOfSiren } from '#core/identifiers'

export type SirenFacts = {
  readonly siren: string
  readonly valid: boolean
  readonly vatNumber: string | null
  /** BT-34 and BT-49: scheme 0225 is the French electronic address, by default the SIREN. */
  readonly eAddress: { readonly scheme: '0225'; readonly value: string } | null
}

export function sirenFacts(typed: string): SirenFacts {
  const siren = normaliseIdentifier(typed)
  if (!isSiren(siren)) return { siren, valid: false, vatNumber: null, eAddress: null }
  return { siren, valid: true, vatNumber: vatNumberOfSiren(siren), eAddress: { scheme: '0225', value: siren } }
}
