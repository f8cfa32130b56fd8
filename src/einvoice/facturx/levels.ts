/** The profile that a guideline (BT-24) stands for, under the name the PDF's metadata gives it. */
import { GUIDELINES } from '../guidelines.ts'

const OF_OTHERS: readonly (readonly [ending: RegExp, level: string])[] = [
  [/:minimum$/, 'MINIMUM'],
  [/:basicwl$/, 'BASIC WL'],
  [/:basic$/, 'BASIC'],
  [/:comfort$/, 'COMFORT'],
  [/:extended$/, 'EXTENDED'],
  [/:xrechnung_[\d.]+/, 'XRECHNUNG'],
]

/** Undefined when it is absent or stands for none. */
export function levelOf(guideline: string | undefined): string | undefined {
  const wanted = guideline?.trim()
  if (wanted === undefined) return undefined
  // The French extension travels as EXTENDED.
  if (wanted === GUIDELINES['EXTENDED-CTC-FR']) return 'EXTENDED'
  const own = Object.entries(GUIDELINES).find(([, value]) => value === wanted)?.[0]
  return own ?? OF_OTHERS.find(([ending]) => ending.test(wanted))?.[1]
}
