import { wordsOf } from '../words.ts'
import type { Information } from './information.ts'

/** `:NS:` after an entry, two digits before each line: 01 to 14 remittance, 15 and 16 name, 17 posting text. */
export function nonSwiftInformation(lines: readonly string[]): Information {
  const parts = lines.map((line) => ({ number: Number(line.slice(0, 2)), text: line.slice(2) }))
  const between = (first: number, last: number): string | undefined =>
    wordsOf(
      parts
        .filter(({ number }) => number >= first && number <= last)
        .map((part) => part.text)
        .join(' '),
    )
  return { remittance: between(1, 14), other: { name: between(15, 16) }, label: between(17, 17) }
}
