import { accountNamed, provenIban } from '../bank-identifiers.ts'
import { ibanOfRib, type Rib, ribKey } from '../rib.ts'
import type { Account } from '../model.ts'
import { type Group, inGroup, valueOf } from './groups.ts'

/**
 * Whose statement it is. A French bank gives the parts of its RIB: the IBAN follows when their key proves, or, for a file in French that leaves
 * the key out, from the parts alone. A key that is wrong names nobody.
 */
export function accountOf(statement: Group, { french }: { readonly french: boolean }): Omit<Account, 'currency'> {
  const bank = inGroup(statement, 'BANKACCTFROM')
  const number = valueOf(bank ?? inGroup(statement, 'CCACCTFROM'), 'ACCTID')
  const rib = bank && ribOf(bank)
  if (!rib || provenIban(number) !== undefined) return accountNamed(number)
  const written = `${rib.bank}${rib.branch}${rib.number}`
  if (rib.key === undefined) return accountNamed((french && ibanOfRib(rib)) || written)
  return rib.key === ribKey(rib) ? accountNamed(ibanOfRib(rib)) : { claimed: `${written}${rib.key}` }
}

type WrittenRib = Rib & { readonly key: string | undefined }

/** Undefined when these are not the parts of a RIB. Some banks write the key at the end of the account. */
function ribOf(from: Group): WrittenRib | undefined {
  const [bank, branch, number, key] = ['BANKID', 'BRANCHID', 'ACCTID', 'ACCTKEY'].map((name) => valueOf(from, name)?.replace(/\s/g, ''))
  const account = /^([0-9A-Z]{11})(\d{2})?$/i.exec(number ?? '')
  if (!account || !/^\d{5}$/.test(bank ?? '') || !/^\d{5}$/.test(branch ?? '')) return undefined
  return { bank: bank ?? '', branch: branch ?? '', number: (account[1] ?? '').toUpperCase(), key: key?.padStart(2, '0') ?? account[2] }
}
