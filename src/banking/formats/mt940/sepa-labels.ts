import { wordsOf } from '../words.ts'
import type { Information } from './information.ts'

/** SEPA fields inside a remittance, as German banks write them: `EREF+… MREF+… SVWZ+…`. `MTLG:` tells why something came back. */
const NAMES = 'EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|OAMT|COAM|BREF|RREF'
const LABEL = new RegExp(`(?:^|[ \\n])(?:(${NAMES})\\+|(MTLG):)`, 'g')
const ANY_LABEL = new RegExp(`(?:^|[ \\n])(?:EREF|KREF|MREF|CRED|SVWZ|ABWA)\\+`)

export const hasLabels = (text: string): boolean => ANY_LABEL.test(text)

/** `free` stands before the first label. A line end only parts pieces: what was cut there belongs together. */
export function labelsOf(text: string): { readonly free: string | undefined; readonly values: ReadonlyMap<string, string> } {
  const values = new Map<string, string>()
  const found = [...text.matchAll(LABEL)]
  for (const [index, match] of found.entries()) {
    const value = text.slice(match.index + match[0].length, found[index + 1]?.index ?? text.length)
    const words = wordsOf(value.replaceAll('\n', ''))
    const name = match[1] ?? match[2] ?? ''
    if (words !== undefined && !values.has(name)) values.set(name, words)
  }
  return { free: wordsOf(text.slice(0, found[0]?.index ?? text.length).replaceAll('\n', '')), values }
}

export function labelledInformation(text: string): Information {
  const { free, values } = labelsOf(text)
  const written = values.get('SVWZ') ?? values.get('MTLG')
  return {
    remittance: written ?? free,
    label: written === undefined ? undefined : free,
    other: { iban: values.get('IBAN'), id: values.get('CRED') },
    ultimate: values.get('ABWA') ?? values.get('ABWE'),
    endToEndId: values.get('EREF'),
    mandateId: values.get('MREF'),
    paymentInformationId: values.get('KREF'),
  }
}
