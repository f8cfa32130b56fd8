import type { Account } from '../model.ts'
import { provenIban } from '../bank-identifiers.ts'

/** Letters of an account number, in the key of a RIB: A and J are 1, B, K and S are 2… */
const LETTER_VALUES: Readonly<Record<string, string>> = Object.fromEntries(
  ['AJ', 'BKS', 'CLT', 'DMU', 'ENV', 'FOW', 'GPX', 'HQY', 'IRZ'].flatMap((letters, index) =>
    Array.from(letters, (letter) => [letter, String(index + 1)]),
  ),
)

/**
 * The French IBAN of a bank (5 digits), branch (5) and number (11 letters and digits), which come without any key: both keys are computed.
 * Undefined when one of them cannot be such a number.
 */
export function ribToIban(bank: string, branch: string, number: string): string | undefined {
  if (!/^\d{5}\d{5}[A-Z\d]{11}$/.test(bank + branch + number) || /^0+$/.test(number)) return undefined
  const digits = number.replace(/[A-Z]/g, (letter) => LETTER_VALUES[letter] ?? '')
  const ribKey = 97n - ((89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(digits)) % 97n)
  const bban = bank + branch + number + String(ribKey).padStart(2, '0')
  const value = (bban + 'FR').replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)) // ISO 7064: A is 10
  const ibanKey = 98n - (BigInt(`${value}00`) % 97n)
  return provenIban(`FR${String(ibanKey).padStart(2, '0')}${bban}`)
}

/** Whose statement it is: an IBAN, else the three parts as the bank writes them. */
export function accountOfRib(bank: string, branch: string, number: string): Omit<Account, 'currency'> {
  const iban = ribToIban(bank, branch, number)
  if (iban !== undefined) return { iban }
  const other = [bank, branch, number].map((part) => part.trim()).filter((part) => !/^0*$/.test(part))
  return other.length === 0 ? {} : { other: other.join(' ') }
}
