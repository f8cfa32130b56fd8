/** The parts of a French account number (RIB): bank, branch and number identify it, two keys prove it. */
export type Rib = { readonly bank: string; readonly branch: string; readonly number: string }

/** Letters count as digits in rows of nine: A and J are 1, B, K and S are 2… */
const LETTER_DIGITS = '12345678912345678923456789'

const placeOf = (letter: string): number => letter.charCodeAt(0) - 'A'.charCodeAt(0)

/** Whether these can be such parts: 5 digits, 5 digits, 11 digits or capital letters that are not all noughts. */
const isRib = ({ bank, branch, number }: Rib): boolean => /^\d{10}(?!0{11})[A-Z\d]{11}$/.test(bank + branch + number) && bank.length === 5

/** `97 − (89 × bank + 15 × branch + 3 × number) mod 97`, on two digits; undefined when these are no parts of a RIB. */
export function ribKey(rib: Rib): string | undefined {
  if (!isRib(rib)) return undefined
  const digits = rib.number.replace(/[A-Z]/g, (letter) => LETTER_DIGITS[placeOf(letter)] ?? '')
  return String(97n - ((89n * BigInt(rib.bank) + 15n * BigInt(rib.branch) + 3n * BigInt(digits)) % 97n)).padStart(2, '0')
}

/** The French IBAN, both keys computed; undefined when these are no parts of a RIB. */
export function ibanOfRib(rib: Rib): string | undefined {
  const key = ribKey(rib)
  if (key === undefined) return undefined
  const bban = `${rib.bank}${rib.branch}${rib.number}${key}`
  const digits = `${bban}FR00`.replace(/[A-Z]/g, (letter) => String(placeOf(letter) + 10)) // ISO 7064: A is 10
  return `FR${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${bban}`
}
