/** The parts of a French RIB: bank (5 digits), branch (5 digits), account (11 digits or letters). */
export type Rib = { readonly bank: string; readonly branch: string; readonly account: string }

/** Letters count as digits in rows of nine: A and J are 1, B, K and S are 2… */
const LETTER_DIGITS = '12345678912345678923456789'

const accountDigits = (account: string): string =>
  account.replace(/[A-Z]/g, (letter) => LETTER_DIGITS[letter.charCodeAt(0) - 'A'.charCodeAt(0)] ?? '')

/** `97 − (89 × bank + 15 × branch + 3 × account) mod 97`, on two digits. */
export function ribKey({ account, bank, branch }: Rib): string {
  const rest = (89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(accountDigits(account))) % 97n
  return String(97n - rest).padStart(2, '0')
}

/** The IBAN of a French account, both keys computed: F is 15, R is 27. */
export function ibanOfRib(rib: Rib): string {
  const number = `${rib.bank}${rib.branch}${rib.account}${ribKey(rib)}`
  const digits = `${number}FR00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 'A'.charCodeAt(0) + 10))
  return `FR${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${number}`
}
