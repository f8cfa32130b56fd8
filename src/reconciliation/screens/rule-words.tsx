/** A rule in words: what a line must be like, and what is then done with it. */
import { formatMoney, formatRate, type Locale, textsOf } from '#core/text'
import type { BankAccount, Rule } from './api.tsx'
import { operationTexts } from './texts-operations.ts'

export function conditionsOf(rule: Rule, accounts: readonly BankAccount[], locale: Locale): string {
  const texts = textsOf(operationTexts, locale)
  const account = accounts.find(({ id }) => id === rule.accountId)
  const said = [
    rule.words.length > 0 && texts.ifText(rule.words.map(texts.quoted).join(' + ')),
    rule.counterparty !== '' && texts.ifParty(texts.quoted(rule.counterparty)),
    rule.direction !== null && texts.ifDirection[rule.direction],
    amountOf(rule, locale),
    account && texts.ifAccount(account.name),
  ]
  const sentence = said.filter((part) => typeof part === 'string').join(', ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function amountOf({ least, most }: Rule, locale: Locale): string | undefined {
  const texts = textsOf(operationTexts, locale)
  const money = (text: string) => formatMoney(text, locale)
  if (least !== null && most !== null) return least === most ? texts.ifEqual(money(least)) : texts.ifBetween(money(least), money(most))
  if (least !== null) return texts.ifLeast(money(least))
  return most === null ? undefined : texts.ifMost(money(most))
}

export function outcomeOf({ action }: Rule, locale: Locale): string {
  const texts = textsOf(operationTexts, locale)
  if (action.kind === 'customer') return texts.thenCustomer(action.customerName)
  if (action.kind === 'transfer') return texts.thenTransfer
  const alone = action.parts.length === 1
  return action.parts
    .map(({ account, accountLabel, amount, share, vatRate }) => {
      const part =
        share !== null
          ? texts.partShare(formatRate(share, locale))
          : amount !== null
            ? texts.partShare(formatMoney(amount, locale))
            : alone
              ? ''
              : texts.partRest
      const label = accountLabel === account ? '' : ` ${accountLabel}`
      return `${part}${account}${label}${vatRate === null ? '' : texts.withVat(formatRate(vatRate, locale))}`
    })
    .join(' · ')
}
