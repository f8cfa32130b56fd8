import type { Account } from '../model.ts'
import { ibanOfRib, type Rib } from '../rib.ts'

/** Whose statement it is: an IBAN, else the three parts as the bank writes them. */
export function accountOfRib(rib: Rib): Omit<Account, 'currency'> {
  const iban = ibanOfRib(rib)
  if (iban !== undefined) return { iban }
  const other = [rib.bank, rib.branch, rib.number].map((part) => part.trim()).filter((part) => !/^0*$/.test(part))
  return other.length === 0 ? {} : { other: other.join(' ') }
}
