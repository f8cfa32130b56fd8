import { provenIban } from '../bank-identifiers.ts'
import { plainText } from '../words.ts'
import type { XmlElement } from '../xml.ts'
import { at, firstText, textAt } from './tree.ts'

export type Counterparty = { readonly counterparty?: string; readonly iban?: string; readonly ultimateCounterparty?: string }

export type Ourselves = { readonly iban: string | undefined; readonly ownerName: string | undefined }

type Role = 'Dbtr' | 'Cdtr'

/** The name in .02 (`Nm`), from .08 (`Pty/Nm`), or of a bank (`Agt`); the ultimate party; the IBAN even when written as another number. */
function partyIn(parties: XmlElement | undefined, role: Role): Counterparty {
  const names = (element: XmlElement | undefined) => firstText(element, ['Nm'], ['Pty', 'Nm'], ['Agt', 'FinInstnId', 'Nm'])
  const counterparty = names(at(parties, role)) ?? textAt(parties, `${role}Acct`, 'Nm')
  const ultimate = names(at(parties, `Ultmt${role}`))
  const account = at(parties, `${role}Acct`, 'Id')
  const iban = provenIban(firstText(account, ['IBAN'], ['Othr', 'Id']))
  return {
    ...(counterparty !== undefined && { counterparty: plainText(counterparty) }),
    ...(iban !== undefined && { iban }),
    ...(ultimate !== undefined && { ultimateCounterparty: plainText(ultimate) }),
  }
}

const isNobody = (party: Counterparty): boolean => Object.keys(party).length === 0

/** Shorter names are too common to tell that a party is ourselves under a cut or longer name. */
const TELLING_NAME = 10

function hasOurName(party: Counterparty, ourselves: Ourselves): boolean {
  const name = party.counterparty?.toLowerCase() ?? ''
  const owner = ourselves.ownerName?.toLowerCase() ?? ''
  const shorter = Math.min(name.length, owner.length)
  return name !== '' && name.slice(0, shorter) === owner.slice(0, shorter) && (shorter >= TELLING_NAME || name === owner)
}

/**
 * The other side: the debtor of a credit, the creditor of a debit. In a returned or reversed operation banks keep the roles of the first
 * one, so that the other side may stand in the other role: there whoever is not ourselves is taken, the original role first.
 */
export function counterpartyOf(
  parties: XmlElement | undefined,
  operation: { readonly credit: boolean; readonly returned: boolean },
  ourselves: Ourselves,
): Counterparty {
  const ordinary: Role = operation.credit ? 'Dbtr' : 'Cdtr'
  const original: Role = operation.credit ? 'Cdtr' : 'Dbtr'
  const roles = operation.returned ? [original, ordinary] : [ordinary]
  for (const role of roles) {
    const party = partyIn(parties, role)
    const ourIban = party.iban !== undefined && party.iban === ourselves.iban
    if (!isNobody(party) && !ourIban && !(operation.returned && hasOurName(party, ourselves))) return party
  }
  return {}
}
