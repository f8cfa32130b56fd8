/** Texts as a person reads them: every kind of space is a space. */
import type { Locator } from 'playwright-core'
import { formatMoney, type Locale } from '#core/text'

export const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** `1234.50` as the pages write it, with plain spaces. */
export const euros = (amount: string, locale: Locale = 'fr'): string => plain(formatMoney(amount, locale))

export const textOf = async (locator: Locator): Promise<string> => plain(await locator.innerText())
