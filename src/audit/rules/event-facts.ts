/** Facts of an event as they come back from the trail: plain JSON, where an amount is a text of cents. Read without trust: old rows stay. */
import { toCents } from '#core/money'
import { formatDay, formatMoney, type Locale } from '#core/text'

export type EventFacts = Readonly<Record<string, unknown>>

export function reader(facts: EventFacts, locale: Locale) {
  const text = (key: string): string => {
    const value = facts[key]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  return {
    text,
    count: (key: string): number => (typeof facts[key] === 'number' ? facts[key] : 0),
    is: (key: string, value: unknown): boolean => facts[key] === value,
    money: (key: string): string => (/^-?\d+$/.test(text(key)) ? formatMoney(toCents(BigInt(text(key))), locale) : ''),
    day: (key: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text(key)) ? formatDay(text(key), locale) : ''),
    list: (key: string): string => {
      const value = facts[key]
      return Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(', ') : ''
    },
  }
}

export type Facts = ReturnType<typeof reader>
