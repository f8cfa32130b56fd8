import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { Locator } from 'playwright-core'
import { textOf } from './words.ts'

const PATIENCE_MS = 15_000
const GLANCE_MS = 100

/** Looks again and again until it is so; after a while says what was expected and what was seen last. */
export async function until(expected: string, look: () => Promise<boolean | string>): Promise<void> {
  const since = performance.now()
  let seen: boolean | string = false
  while (performance.now() - since < PATIENCE_MS) {
    seen = await look()
    if (seen === true) return
    await pause(GLANCE_MS)
  }
  assert.fail(`${expected}${typeof seen === 'string' ? ` (seen: ${seen})` : ''}`)
}

/** Waits for words within what is shown. */
export function reads(locator: Locator, words: string | RegExp): Promise<void> {
  return until(`${String(locator)} reads ${String(words)}`, async () => {
    const text = await textOf(locator)
    return (typeof words === 'string' ? text.includes(words) : words.test(text)) || text.slice(0, 400)
  })
}

export const sees = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'visible' })
export const seesNot = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'hidden' })
