import { type Locale, formatMoney } from '#core/text'

/** A rule's sentence with its facts: `{found}` is the fact of that name, `{money:found}` the same decimal text as an amount of money. */
export function fill(sentence: string, facts: Readonly<Record<string, string>>, locale: Locale, currency = 'EUR'): string {
  return sentence.replace(/\{(money:)?(\w+)\}/g, (placeholder, money: string | undefined, name: string) => {
    const fact = facts[name]
    if (fact === undefined) return placeholder
    return money === undefined ? fact : formatMoney(fact, locale, currency)
  })
}
