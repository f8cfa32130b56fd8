/** Keys of a page: heard anywhere on it, except while typing or inside a dialog, and listed by "?". */
import { useEffect } from 'react'
import { useLatest } from './latest.tsx'

export type PageKey = {
  /** As `KeyboardEvent.key` says it, so that AZERTY and QWERTY give the same: `'Enter'`, `'ArrowDown'`, `'u'`, `'/'`. */
  readonly key: string
  /** What it does, for the list; without it the key is not listed (a second way of doing the same). */
  readonly label?: string
  readonly run: () => void
}

const pagesKeys = new Set<{ current: readonly PageKey[] }>()

const TYPING = 'input, textarea, select, [contenteditable="true"]'
const ELSEWHERE = '[role="dialog"], [role="menu"], [role="listbox"]'

function heard(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : undefined
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  if (target?.closest(TYPING) || target?.closest(ELSEWHERE)) return false
  return !(event.key === 'Enter' && target?.closest('a, button'))
}

export function usePageKeys(keys: readonly PageKey[]): void {
  const latest = useLatest(keys)
  useEffect(() => {
    pagesKeys.add(latest)
    const listen = (event: KeyboardEvent) => {
      const found = heard(event) ? latest.current.find(({ key }) => key === event.key) : undefined
      if (!found) return
      event.preventDefault()
      found.run()
    }
    window.addEventListener('keydown', listen)
    return () => {
      pagesKeys.delete(latest)
      window.removeEventListener('keydown', listen)
    }
  }, [latest])
}

/** The keys that work on the page now, for the help. */
export function keysOfPage(): readonly { key: string; label: string }[] {
  return [...pagesKeys].flatMap(({ current }) => current.flatMap(({ key, label }) => (label === undefined ? [] : [{ key, label }])))
}
