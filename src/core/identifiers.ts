/**
 * Company and bank identifiers, checked offline by their own arithmetic. Checks read the text as stored: pass what people type through
 * `normaliseIdentifier` first. A check that fails deserves a warning, not a wall: INSEE and the banks have given numbers that break the rule.
 */
import { electronicFormatIBAN, friendlyFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools'
import { validate as validateSiren } from 'stdnum/lib/cjs/fr/siren.js'
import { validate as validateFrenchVat } from 'stdnum/lib/cjs/fr/tva.js'

/** Without the spaces, dots, dashes and slashes people write, in capitals: `FR 44-732.829.320` → `FR44732829320`. */
export function normaliseIdentifier(text: string): string {
  return text.replace(/[\s.\-\u2010-\u2014/·]/g, '').toUpperCase()
}

/** Nine digits that pass the Luhn check. */
export function isSiren(text: string): boolean {
  return /^\d{9}$/.test(text) && validateSiren(text).isValid
}

const LA_POSTE_SIREN = '356000000'

/**
 * Fourteen digits that pass the Luhn check. The offices of La Poste outnumbered the Luhn-valid numbers: for them a digit sum that is a
 * multiple of 5 is as good (INSEE).
 */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false
  return luhn(text) || (text.startsWith(LA_POSTE_SIREN) && digitSum(text) % 5 === 0)
}

function luhn(digits: string): boolean {
  let total = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits.at(-1 - place))
    const weighted = place % 2 === 0 ? digit : digit * 2
    total += weighted > 9 ? weighted - 9 : weighted
  }
  return total % 10 === 0
}

function digitSum(digits: string): number {
  return Array.from(digits, Number).reduce((a, b) => a + b, 0)
}

/** The company of an establishment: the first nine digits of its SIRET. */
export function sirenOfSiret(siret: string): string {
  return siret.slice(0, 9)
}

/** The French VAT number of a SIREN: FR, key of two digits, SIREN. Throws a `RangeError` unless given nine digits. */
export function vatNumberOfSiren(siren: string): string {
  if (!/^\d{9}$/.test(siren)) throw new RangeError(`not a SIREN: ${siren}`)
  const key = (12 + 3 * (Number(siren) % 97)) % 97
  return `FR${String(key).padStart(2, '0')}${siren}`
}

/** The SIREN inside a French VAT number; nothing for another country, nor for Monaco whose numbers hold none. */
export function sirenOfVatNumber(vatNumber: string): string | undefined {
  const siren = /^FR[0-9A-Z]{2}(\d{9})$/.exec(vatNumber)?.[1]
  return siren === undefined || siren.startsWith('000') ? undefined : siren
}

/** After the two letters of the country (EL is Greece, XI Northern Ireland). Source: European Commission, VIES, structure of VAT numbers. */
const VAT_NUMBER_SHAPES: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[0-9A-Z]\d{7}[0-9A-Z]$/,
  FI: /^\d{8}$/,
  FR: /^[0-9A-HJ-NP-Z]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
}

/** A VAT number of the European Union, country letters first. The key is computed for France; elsewhere only VIES can say more than the shape. */
export function isVatNumber(text: string): boolean {
  const country = text.slice(0, 2)
  const shape = VAT_NUMBER_SHAPES[country]
  if (shape === undefined || !shape.test(text.slice(2))) return false
  return country !== 'FR' || validateFrenchVat(text).isValid
}

/** Checks length and keys, and for France and Monaco the RIB key too. */
export function isIban(text: string): boolean {
  return isValidIBAN(text)
}

/** By groups of four, as banks print it: `FR76 3000 6000 0112 3456 7890 189`. */
export function formatIban(iban: string): string {
  return friendlyFormatIBAN(electronicFormatIBAN(iban) ?? iban) ?? iban
}

/** A BIC of 8 or 11 characters whose country exists. */
export function isBic(text: string): boolean {
  return text === text.toUpperCase() && isValidBIC(text)
}
