/** What a list keeps in its address, so that it can be shared and "back" works. Extend it with the list's own filters. */
import { z } from 'zod'

/** A filter that is simply forgotten when the address holds nonsense. */
export const searchText = z.string().min(1).max(200).optional().catch(undefined)
export const searchDay = z.iso.date().optional().catch(undefined)
export const searchFlag = z.boolean().optional().catch(undefined)
export const searchChoice = <const Choices extends readonly [string, ...string[]]>(choices: Choices) =>
  z.enum(choices).optional().catch(undefined)

export const listSearch = z.object({
  /** The saved view shown as a tab. */
  view: searchText,
  /** Words looked for. */
  q: searchText,
  /** The row whose panel is open. */
  panel: searchText,
})
