/** Numbers that pass every check and belong to nobody: SIREN, SIRET, IBAN, telephone numbers, e-mail addresses. */
import type { Chance } from './chance.ts'

/** No body of the SIRENE register has a number that begins with 29: an invented debtor never borrows a real firm's number. */
const INVENTED_SIREN_PREFIX = '29'
/** Towns are 21, department, rank in the department: no department has a town of rank 900 or more. */
const INVENTED_TOWN_RANK = 900

/** French banks have codes that begin with 1 to 4: these belong to nobody. */
export const INVENTED_BANK_CODE = '98765'

function luhnDigit(digits: string): string {
  let total = 0
  for (let index = digits.length - 1, double = true; index >= 0; index -= 1, double = !double) {
    const digit = Number(digits.charAt(index)) * (double ? 2 : 1)
    total += digit > 9 ? digit - 9 : digit
  }
  return String((10 - (total % 10)) % 10)
}

export function inventSiren(chance: Chance): string {
  const digits = INVENTED_SIREN_PREFIX + chance.digits(6)
  return digits + luhnDigit(digits)
}

/** `rank` tells the towns of one department apart. */
export function inventTownSiren(department: string, rank: number): string {
  const digits = `21${department}0${INVENTED_TOWN_RANK + rank}`
  return digits + luhnDigit(digits)
}

/** SIRET of an establishment: SIREN, establishment number, key. */
export function siretOf(siren: string, establishment = 1): string {
  const digits = siren + String(establishment).padStart(4, '0')
  return digits + luhnDigit(digits)
}

/** An IBAN with its RIB key: 97 − (89 × bank + 15 × branch + 3 × account) mod 97. */
export function frenchIban(bank: string, branch: string, account: string): string {
  const weighted = 89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(account)
  const ribKey = String(97n - (weighted % 97n)).padStart(2, '0')
  return ibanOf('FR', bank + branch + account + ribKey)
}

/** ISO 13616: the check digits make the number made of BBAN, country (A=10 … Z=35) and digits equal to 1 modulo 97. */
export function ibanOf(country: string, bban: string): string {
  const digits = `${bban}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${bban}`
}

export function inventIban(chance: Chance): string {
  return frenchIban(INVENTED_BANK_CODE, `0${chance.digits(4)}`, chance.digits(11))
}

/** Numbers that ARCEP reserves for fiction: 02 61 91 xx xx in the west, 06 39 98 xx xx for mobiles. */
export const inventLandline = (chance: Chance): string => `02 61 91 ${chance.digits(2)} ${chance.digits(2)}`
export const inventMobile = (chance: Chance): string => `06 39 98 ${chance.digits(2)} ${chance.digits(2)}`

/** Letters without accents: `Hôtel des Îles` is `Hotel des Iles`. */
export function unaccented(text: string): string {
  return text
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
}

/** `Bâtisseurs de l'Oust` is `batisseurs-de-l-oust`: for keys and domains. */
export function slug(text: string): string {
  return unaccented(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Addresses stand under `.example`, which no mail server answers for (RFC 2606). */
export function emailAt(mailbox: string, domain: string): string {
  return `${mailbox.split(' ').map(slug).join('.')}@${slug(domain)}.example`
}
