import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import type { Account } from './model.ts'

/** The IBAN in its electronic form when its checksum proves, undefined otherwise: a wrong IBAN must never identify anybody. */
export function provenIban(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 50) return undefined
  const iban = electronicFormatIBAN(text)
  return iban !== null && isValidIBAN(iban) ? iban : undefined
}

/** Whose statement it is, from the number that the file gives: a wrong IBAN is no number of a bank either. */
export function accountNamed(number: string | undefined): Omit<Account, 'currency'> {
  const iban = provenIban(number)
  if (iban !== undefined) return { iban }
  if (number === undefined || number === '') return {}
  const short = number.slice(0, 40)
  return /^[A-Z]{2}\d{2}/i.test(number.replace(/\W/g, '')) ? { claimed: short } : { other: short }
}
