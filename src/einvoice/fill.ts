import { type Locale, formatMoney } from '#core/text'

/** An attachment found where a code belongs is megabytes of letters. */
const MOST_SHOWN = 200

/** A value of a file as a sentence or a terminal can bear it: one line, of a length one reads, nothing that moves the cursor or turns the text. */
export function shownValue(text: string, most = MOST_SHOWN): string {
  const start = text.length > most ? `${text.slice(0, most)}…` : text
  return start.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
}

/** A rule's sentence with its facts: `{found}` is the fact of that name, `{money:found}` the same decimal text as an amount of money. */
export function fill(sentence: string, facts: Readonly<Record<string, string>>, locale: Locale, currency = 'EUR'): string {
  return sentence.replace(/\{(money:)?(\w+)\}/g, (placeholder, money: string | undefined, name: string) => {
    const fact = facts[name]
    if (fact === undefined) return placeholder
    return money === undefined ? shownValue(fact) : formatMoney(fact, locale, currency)
  })
}
