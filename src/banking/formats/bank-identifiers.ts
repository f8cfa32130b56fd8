import { electronicFormatIBAN, isValidIBAN } from 'ibantools'

/** The IBAN in its electronic form when its checksum proves, undefined otherwise: a wrong IBAN must never identify anybody. */
export function provenIban(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 50) return undefined
  const iban = electronicFormatIBAN(text)
  return iban !== null && isValidIBAN(iban) ? iban : undefined
}
