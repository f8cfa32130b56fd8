import { type Locale, textsOf } from '#core/text'
import { ACCOUNT_LABELS } from './accounts.ts'
import { USUAL_ACCOUNTS } from './usual-accounts.ts'

/** Its name in the plan; of an account typed by hand that is not known here, its number. */
export function accountLabel(account: string, locale: Locale): string {
  const label = ACCOUNT_LABELS[account] ?? USUAL_ACCOUNTS.find((usual) => usual.account === account)?.label
  return label === undefined ? account : textsOf(label, locale)
}
