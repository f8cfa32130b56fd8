/** A hand that counts what it does: clicks and fields. */
import type { Locator } from 'playwright-core'

export type Hand = {
  readonly clicks: number
  readonly fields: number
  click(target: Locator): Promise<void>
  fill(field: Locator, text: string): Promise<void>
}

export function countingHand(): Hand {
  let clicks = 0
  let fields = 0
  return {
    get clicks() {
      return clicks
    },
    get fields() {
      return fields
    },
    click: async (target) => {
      clicks += 1
      await target.click()
    },
    fill: async (field, text) => {
      fields += 1
      await field.fill(text)
    },
  }
}
