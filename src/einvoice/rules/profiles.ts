/**
 * What MINIMUM and BASIC WL keep of the European standard. They have no lines, MINIMUM not even a VAT summary: they are no invoices by EN 16931, and
 * the Schematrons of Factur-X 1.09 that judge them hold these of its rules, with the same names. How often an element may stand and which codes it may
 * hold is judged as everywhere; those Schematrons ask it under numbers of their own (FX-SCH-A).
 */
import { type Profile, profileOf } from '../guidelines.ts'
import type { Reading } from '../reading.ts'
import { type BindingIndex, indexed, rulesIn } from './binding/binding-rule.ts'
import { extendedBinding, extendedRules, type ExtensionPrefix } from './extended.ts'
import { RULE_PACKS, type RulePack } from './packs.ts'
import { bySyntax } from './rule.ts'

const IN_MINIMUM: ReadonlySet<string> = new Set(
  'BR-01 BR-02 BR-03 BR-04 BR-05 BR-06 BR-07 BR-08 BR-09 BR-13 BR-14 BR-15 BR-CO-09 BR-CO-26 BR-DEC-12 BR-DEC-13 BR-DEC-14 BR-DEC-18'.split(
    ' ',
  ),
)

/** Of each VAT category: the summary beside the lines, what a line needs, its rate, the base as the sum of the lines. */
const OF_LINES_BY_CATEGORY = ['AE', 'AF', 'AG', 'E', 'G', 'IC', 'O', 'S', 'Z'].flatMap((category) =>
  ['01', '02', '05', '08'].map((number) => `BR-${category}-${number}`),
)

const NOT_IN_BASIC_WL: ReadonlySet<string> = new Set([
  ...'BR-16 BR-21 BR-22 BR-23 BR-24 BR-25 BR-26 BR-27 BR-28 BR-30 BR-41 BR-42 BR-43 BR-44 BR-51 BR-52 BR-54 BR-64 BR-65'.split(' '),
  ...'BR-CO-04 BR-CO-10 BR-CO-20 BR-CO-23 BR-CO-24 BR-DEC-23 BR-DEC-24 BR-DEC-25 BR-DEC-27 BR-DEC-28 BR-B-01 BR-B-02 BR-O-12'.split(' '),
  ...OF_LINES_BY_CATEGORY,
])

/** Ours, on what MINIMUM has no place for: the VAT summary, the due date, the payment terms. */
const NOT_IN_MINIMUM: ReadonlySet<string> = new Set(['ENCOURS-02', 'ENCOURS-06', 'ENCOURS-09'])

type Keeps = (pack: RulePack['name'], rule: string) => boolean

const isOfStandard = (rule: string): boolean => rule.startsWith('BR-') && !rule.startsWith('BR-CL-')

const KEPT = {
  // The French layer is published for BASIC WL and the profiles above it.
  MINIMUM: (pack, rule) =>
    pack === 'EN16931' ? !isOfStandard(rule) || IN_MINIMUM.has(rule) : pack === 'ENCOURS' && !NOT_IN_MINIMUM.has(rule),
  'BASIC WL': (pack, rule) => pack !== 'EN16931' || !NOT_IN_BASIC_WL.has(rule),
} satisfies Partial<Record<Profile, Keeps>>

function packsWith(keeps: Keeps): readonly RulePack[] {
  return RULE_PACKS.map((pack): RulePack => {
    const kept = (index: BindingIndex): BindingIndex => indexed(rulesIn(index).filter(({ id }) => keeps(pack.name, id)))
    return {
      ...pack,
      rules: pack.rules.filter(({ id }) => keeps(pack.name, bySyntax(id, 'CII'))),
      ...(pack.binding ? { binding: { ...pack.binding, CII: kept(pack.binding.CII) } } : {}),
    }
  }).filter(({ rules }) => rules.length > 0)
}

type Choice = { readonly french: readonly RulePack[]; readonly others: readonly RulePack[] }

const choice = (packs: readonly RulePack[]): Choice => ({ french: packs, others: packs.filter(({ name }) => name !== 'BR-FR') })

const extendedPacks = (prefix: ExtensionPrefix): readonly RulePack[] =>
  RULE_PACKS.map((pack): RulePack => {
    if (pack.name !== 'EN16931') return pack
    const binding = pack.binding && { CII: extendedBinding(pack.binding.CII), UBL: extendedBinding(pack.binding.UBL) }
    return { ...pack, rules: extendedRules(pack.rules, prefix), ...(binding ? { binding } : {}) }
  })

const WHOLE = choice(RULE_PACKS)
/** MINIMUM, BASIC WL and Factur-X EXTENDED are profiles of CII. */
const OF_CII: Partial<Record<Profile, Choice>> = {
  MINIMUM: choice(packsWith(KEPT.MINIMUM)),
  'BASIC WL': choice(packsWith(KEPT['BASIC WL'])),
  EXTENDED: choice(extendedPacks('BR-FXEXT')),
}
const OF_FRENCH_EXTENSION = choice(extendedPacks('BR-FREXT'))

function choiceFor(profile: Profile | undefined, syntax: Reading['syntax']): Choice {
  if (profile === 'EXTENDED-CTC-FR') return OF_FRENCH_EXTENSION
  return (profile && syntax === 'CII' && OF_CII[profile]) || WHOLE
}

/**
 * The packs that judge a file: the French layer is for those who invoice from France; everybody else obeys the European norm alone. Both as far as
 * the profile has what they judge, and as an extension changes it.
 */
export function packsFor({ guideline, invoice, syntax }: Reading): readonly RulePack[] {
  const profile = profileOf(guideline)
  const isFrench = invoice.seller?.address?.country?.trim() === 'FR' || profile === 'EXTENDED-CTC-FR'
  const { french, others } = choiceFor(profile, syntax)
  return isFrench ? french : others
}
