import { wordsOf } from '../words.ts'
import type { Information } from './information.ts'

/** `VIR RECU 9876S DE: SARL DUPONT MOTIF: F2026-12 REF: E2E-1`: what a French bank prints on its statements is its `:86:` too. */
const LABEL = /(?:^|\s)(DE|POUR|MOTIF|REF|ID|MANDAT|RUM|CHEZ|DATE|LIB)\s?:(?=\s)/g
const STARTS_SO = /^\s*(?:VIR|PRLV|PRELEV|REJET|IMPAYE|RETOUR)/
const PARTIES = /\s(?:DE|POUR|MOTIF)\s?:\s/

export const hasFrenchLabels = (text: string): boolean => STARTS_SO.test(text) && PARTIES.test(text)

export function frenchInformation(text: string): Information {
  const found = [...text.matchAll(LABEL)]
  const values = new Map<string, string>()
  for (const [index, match] of found.entries()) {
    const value = wordsOf(text.slice(match.index + match[0].length, found[index + 1]?.index ?? text.length))
    const name = match[1] ?? ''
    if (value !== undefined && !values.has(name)) values.set(name, value)
  }
  const motive = values.get('MOTIF') ?? values.get('LIB')
  return {
    remittance: motive ?? wordsOf(text),
    label: motive === undefined ? undefined : wordsOf(text.slice(0, found[0]?.index ?? text.length)),
    other: { name: values.get('DE') ?? values.get('POUR'), id: values.get('ID') },
    endToEndId: values.get('REF'),
    mandateId: values.get('MANDAT') ?? values.get('RUM'),
  }
}
