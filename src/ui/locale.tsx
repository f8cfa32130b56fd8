/** The reader's language: chosen, else the browser's, else French. Kept outside React because requests carry it too. */
import { useSyncExternalStore } from 'react'
import { type Locale, type Texts, textsOf } from '#core/text'

const STORED_AS = 'encours.locale'

function firstLocale(): Locale {
  const stored = localStorage.getItem(STORED_AS)
  if (stored === 'fr' || stored === 'en') return stored
  return navigator.languages.find((language) => /^(fr|en)\b/.test(language))?.startsWith('en') ? 'en' : 'fr'
}

let current = firstLocale()
document.documentElement.lang = current
const listeners = new Set<() => void>()

export const currentLocale = (): Locale => current

export function setLocale(locale: Locale): void {
  current = locale
  localStorage.setItem(STORED_AS, locale)
  document.documentElement.lang = locale
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useLocale = (): Locale => useSyncExternalStore(subscribe, currentLocale)

/** The words of a capability in the reader's language: `const texts = useTexts(invoiceTexts)`. */
export const useTexts = <T,>(texts: Texts<T>): T => textsOf(texts, useLocale())
