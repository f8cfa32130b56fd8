import { accountNamed, provenIban } from '../bank-identifiers.ts'
import type { Account } from '../model.ts'
import { ibanOfRib, ribKey } from '../rib.ts'
import { plainText } from '../words.ts'

/** BIC of eight or eleven characters before a slash, currency after the number: neither is part of it. */
const BIC_FIRST = /^[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?\//
const CURRENCY_LAST = /\s*[A-Z]{3}$/

/** French banks also write the whole RIB: bank, branch, number and its key, which is what proves it. */
const WHOLE_RIB = /^(\d{5})(\d{5})([A-Z\d]{11})(\d{2})$/

/** `:25:` and `:25P:`, whose second line is the BIC of the bank. The IBAN where its key proves, wherever it stands in the field. */
export function accountOf(lines: readonly string[]): Omit<Account, 'currency'> {
  const written = plainText(lines[0] ?? '')
  const bare = written.replace(BIC_FIRST, '')
  const candidates = [bare, bare.replace(CURRENCY_LAST, ''), ...written.split('/')]
  for (const candidate of candidates) {
    const iban = provenIban(candidate) ?? ibanOfWholeRib(candidate)
    if (iban !== undefined) return { iban }
  }
  return accountNamed(/^[A-Z]{2}\d{2}/.test(bare) ? bare.replace(/ ?[A-Z]{3}$/, '') : written)
}

function ibanOfWholeRib(text: string): string | undefined {
  const [, bank = '', branch = '', number = '', key] = WHOLE_RIB.exec(text.replace(/[\s./-]/g, '')) ?? []
  const rib = { bank, branch, number }
  return key !== undefined && key === ribKey(rib) ? ibanOfRib(rib) : undefined
}
