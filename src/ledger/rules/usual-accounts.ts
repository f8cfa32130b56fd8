/** Accounts that money on the bank usually goes to or comes from when it is no customer's, from the plan comptable général. Data a user can read. */
import { type Locale, type Texts, textsOf } from '#core/text'
import { ACCOUNTS } from './accounts.ts'

export type UsualAccount = { readonly account: string; readonly label: Texts<string> }

/** Compte d'attente: nobody has said yet what it is. */
export const SUSPENSE = '471000'
/** Virements internes: money on its way from one of our accounts to another. */
export const OWN_TRANSFERS = '580000'

export const USUAL_ACCOUNTS: readonly UsualAccount[] = [
  { account: '627800', label: { fr: 'Frais bancaires et commissions', en: 'Bank fees and commissions' } },
  { account: '401000', label: { fr: 'Fournisseurs', en: 'Suppliers' } },
  { account: OWN_TRANSFERS, label: { fr: 'Virements internes', en: 'Transfers between own accounts' } },
  { account: '421000', label: { fr: 'Personnel, salaires à payer', en: 'Staff, salaries payable' } },
  { account: '431000', label: { fr: 'Urssaf et Sécurité sociale', en: 'Social security' } },
  { account: '437000', label: { fr: 'Autres organismes sociaux : retraite, mutuelle', en: 'Pension and health funds' } },
  { account: '445510', label: { fr: 'TVA à décaisser', en: 'VAT paid to the State' } },
  { account: '444000', label: { fr: 'Impôt sur les bénéfices', en: 'Income tax of the company' } },
  { account: '447000', label: { fr: 'Autres impôts et taxes', en: 'Other taxes' } },
  { account: '164000', label: { fr: 'Emprunts, capital remboursé ou reçu', en: 'Loans, principal' } },
  { account: '661100', label: { fr: 'Intérêts des emprunts', en: 'Interest paid' } },
  { account: '768000', label: { fr: 'Intérêts et autres produits financiers', en: 'Interest and other financial income' } },
  { account: '606100', label: { fr: 'Eau, énergie, carburant', en: 'Water, energy, fuel' } },
  { account: '606400', label: { fr: 'Fournitures administratives', en: 'Office supplies' } },
  { account: '612000', label: { fr: 'Crédit-bail', en: 'Leasing' } },
  { account: '613200', label: { fr: 'Loyers et locations', en: 'Rent' } },
  { account: '615000', label: { fr: 'Entretien et réparations', en: 'Maintenance and repairs' } },
  { account: '616000', label: { fr: 'Assurances', en: 'Insurance' } },
  { account: '622600', label: { fr: 'Honoraires', en: 'Professional fees' } },
  { account: '623000', label: { fr: 'Publicité', en: 'Advertising' } },
  { account: '625100', label: { fr: 'Voyages et déplacements', en: 'Travel' } },
  { account: '625700', label: { fr: 'Réceptions et restaurants', en: 'Entertaining and restaurants' } },
  { account: '626000', label: { fr: 'Téléphone, Internet et poste', en: 'Telephone, Internet and post' } },
  { account: '758000', label: { fr: 'Produits divers de gestion', en: 'Other operating income' } },
  { account: '740000', label: { fr: 'Subventions d’exploitation', en: 'Operating grants' } },
  { account: '455000', label: { fr: 'Associés, comptes courants', en: 'Partners’ current accounts' } },
  { account: '101300', label: { fr: 'Capital versé', en: 'Paid-in capital' } },
  { account: ACCOUNTS.chequesToCash, label: { fr: 'Chèques à encaisser', en: 'Cheques to cash' } },
  { account: ACCOUNTS.cash, label: { fr: 'Caisse', en: 'Cash' } },
  { account: SUSPENSE, label: { fr: 'Compte d’attente', en: 'Suspense account' } },
]

export type AccountProblem = 'account_unreadable' | 'account_of_customers' | 'account_of_bank'

/** Why a line of the bank cannot be booked there; nothing when it can. Customers' money goes by matching, and the line itself is in 512. */
export function accountProblem(account: string): AccountProblem | undefined {
  if (!/^[1-7]\d{5,7}$/.test(account)) return 'account_unreadable'
  if (account.startsWith('411')) return 'account_of_customers'
  return account.startsWith(ACCOUNTS.bank) ? 'account_of_bank' : undefined
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Those whose number begins so, or whose name holds every word, accents and capitals aside. */
export function usualAccountsLike(search: string, locale: Locale): { account: string; label: string }[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  return USUAL_ACCOUNTS.map(({ account, label }) => ({ account, label: textsOf(label, locale) })).filter(({ account, label }) =>
    words.every((word) => account.startsWith(word) || plain(label).includes(word)),
  )
}
