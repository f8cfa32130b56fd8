/** BR-FR-09, 24, 26, 32 and CO-10: the identifiers of the parties. */
import type { Identifier, Read, ReadParty } from '../../model.ts'
import { type BySyntax, type Breach, isBlank, type Rule, when, whereEach } from '../rule.ts'
import { ROUTING_CODE, SINGLE_TAXABLE_PERSON, SIREN, SIRET } from './kinds.ts'
import { ADDRESS, isNineDigits, type Role, ROLES, sirenOf } from './roles.ts'

const MAX_ROUTING_LENGTH = 100

type Id = Read<Identifier>

/** The code that leads an invoice to one service of a big customer. */
const routingRules = ({ path, of, fr, en }: Role, identifiers: string): Rule[] => {
  const wrongly =
    (wrong: (code: string) => boolean): Rule['breaches'] =>
    (invoice) =>
      identifiersWhere(of(invoice), path, ({ scheme, value }) => scheme === ROUTING_CODE && wrong(value ?? ''))
  return [
    {
      id: `BR-FR-24_${identifiers}`,
      term: identifiers,
      severity: 'fatal',
      path: `${path}.identifiers`,
      breaches: wrongly((code) => !ADDRESS.test(code)),
      fr: `Le code de routage ${fr} ({found}) ne doit contenir que des lettres sans accent, des chiffres et + - _ ou point.`,
      en: `The routing code ${en} ({found}) may hold only unaccented letters, digits and + - _ or a dot.`,
    },
    {
      id: `BR-FR-26_${identifiers}`,
      term: identifiers,
      severity: 'fatal',
      path: `${path}.identifiers`,
      breaches: wrongly((code) => code.length > MAX_ROUTING_LENGTH),
      fr: `Le code de routage ${fr} ({found}) dépasse 100 caractères.`,
      en: `The routing code ${en} ({found}) is longer than 100 characters.`,
    },
  ]
}

/** A SIRET is the SIREN of the party and five digits. Only seller and buyer must tell their SIREN. */
const isWrongSiret = (party: ReadParty, value: string, hasSiren: boolean): boolean => {
  if (!/^\d{14}$/.test(value)) return true
  const siren = sirenOf(party) ?? ''
  return siren === '' ? hasSiren : value.slice(0, 9) !== siren
}

function identifiersWhere(party: ReadParty | undefined, path: string, wrong: (id: Id) => boolean): readonly Breach[] {
  return whereEach(
    party?.identifiers,
    (index) => `${path}.identifiers.${index}`,
    (id) => wrong(id) && { found: id.value ?? '' },
  )
}

const isRepeated = (party: ReadParty | undefined, { scheme }: Id): boolean =>
  scheme !== undefined && (party?.identifiers ?? []).filter((other) => other.scheme === scheme).length > 1

function rulesOf(role: Role): Rule[] {
  const { path, of, fr, en, identifiers } = role
  if (identifiers === undefined) return []
  const routing = path === 'seller' || path === 'buyer' ? routingRules(role, identifiers) : []
  const rule = (id: BySyntax<string>, breaches: Rule['breaches'], frSentence: string, enSentence: string): Rule => ({
    id,
    term: identifiers.startsWith('BT') ? identifiers : 'BT-29',
    severity: 'fatal',
    path: `${path}.identifiers`,
    breaches,
    fr: frSentence,
    en: enSentence,
  })
  return [
    ...routing,
    rule(
      `BR-FR-09_${identifiers}`,
      (invoice) => {
        const party = of(invoice)
        const hasSiren = path === 'seller' || path === 'buyer'
        return party ? identifiersWhere(party, path, (id) => id.scheme === SIRET && isWrongSiret(party, id.value ?? '', hasSiren)) : []
      },
      `Le SIRET ${fr} ({found}) doit avoir 14 chiffres et commencer par son SIREN.`,
      `The SIRET ${en} ({found}) must have 14 digits and begin with its SIREN.`,
    ),
    rule(
      `BR-FR-CO-10_${identifiers}-1`,
      // CII has identifiers of no list (ID) beside those of one (GlobalID): the binding judges the latter.
      (invoice, syntax) =>
        syntax === 'CII' ? [] : identifiersWhere(of(invoice), path, ({ scheme, value }) => value !== undefined && isBlank(scheme)),
      `L’identifiant {found} ${fr} doit dire sa nature (SIRET, GLN…).`,
      `The identifier {found} ${en} must say its kind (SIRET, GLN…).`,
    ),
    rule(
      `BR-FR-CO-10_${identifiers}-2`,
      (invoice, syntax, reading) => {
        const party = of(invoice)
        return reading && syntax === 'CII' ? [] : identifiersWhere(party, path, (id) => isRepeated(party, id))
      },
      `Deux identifiants ${fr} sont de même nature ({found}) : chaque nature ne vient qu’une fois.`,
      `Two identifiers ${en} are of the same kind ({found}): each kind may come only once.`,
    ),
  ]
}

const isNineDigitScheme = (scheme: string | undefined): boolean => scheme === SIREN || scheme === SINGLE_TAXABLE_PERSON

function sirenRules({ path, of, fr, en }: Role): Rule[] {
  const words = { fr: `Le SIREN ${fr} ({found}) doit avoir 9 chiffres.`, en: `The SIREN ${en} ({found}) must have 9 digits.` }
  return [
    {
      id: 'BR-FR-32-LEGALID',
      term: path === 'buyer' ? 'BT-47' : 'BT-30',
      severity: 'fatal',
      path: `${path}.legalId.value`,
      breaches: (invoice) => {
        const { scheme, value } = of(invoice)?.legalId ?? {}
        return when(isNineDigitScheme(scheme) && !isNineDigits(value), { found: value ?? '' })
      },
      ...words,
    },
    {
      id: { CII: 'BR-FR-32-GLOBALID', UBL: 'BR-FR-32-ID' },
      term: path === 'buyer' ? 'BT-46' : 'BT-29',
      severity: 'fatal',
      path: `${path}.identifiers`,
      breaches: (invoice) => identifiersWhere(of(invoice), path, ({ scheme, value }) => isNineDigitScheme(scheme) && !isNineDigits(value)),
      fr: words.fr,
      en: words.en,
    },
  ]
}

/** Published for UBL too, where it looks at a place no schema knows. */
const lineDeliveryRule: Rule = {
  id: 'BR-FR-09_EXT-FR-FE-146',
  term: 'BG-25',
  severity: 'fatal',
  path: 'lines',
  breaches: ({ lines }, syntax) =>
    whereEach(
      syntax === 'UBL' ? undefined : lines,
      (index) => `lines.${index}.extended.shipTo.identifiers`,
      ({ extended }) => {
        const party = extended?.shipTo
        const wrong = party?.identifiers?.find(({ scheme, value }) => scheme === SIRET && isWrongSiret(party, value ?? '', false))
        return wrong !== undefined && { found: wrong.value ?? '' }
      },
    ),
  fr: 'Le SIRET du lieu de livraison d’une ligne ({found}) doit avoir 14 chiffres et commencer par son SIREN.',
  en: 'The SIRET of the place of delivery of a line ({found}) must have 14 digits and begin with its SIREN.',
}

export const identifierRules: readonly Rule[] = [...ROLES.flatMap((role) => rulesOf(role).concat(sirenRules(role))), lineDeliveryRule]
