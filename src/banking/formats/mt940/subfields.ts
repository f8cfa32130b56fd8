import { wordsOf } from '../words.ts'
import type { Information } from './information.ts'
import { hasLabels, labelledInformation } from './sepa-labels.ts'

/** `166?00GUTSCHRIFT?20…`: a code of the operation, then a mark and two digits before each part. Polish banks write `>` and no code. */
export const separatorOf = (text: string): string | undefined => /^\s*\d{0,3}([?>])(?=\d\d)/.exec(text)?.[1]

/** A part is this wide: a shorter one was not cut, and the next one is another word. */
const FULL_PART = 27

type Part = { readonly number: number; readonly text: string }

/** Of parts 34 after a code that says "returned" (Deutsche Kreditwirtschaft): 901 to 914, in the order of the ISO reasons. */
const RETURN_REASONS = 'AC01 AC04 AC06 AG01 AG02 AM04 AM05 BE04 MD01 MD02 MD06 MD07 MS02 MS03'.split(' ')
const FIRST_RETURN_REASON = 901

export function subfieldInformation(text: string, separator: string): Information {
  const [start = '', ...pieces] = text.split(new RegExp(`\\${separator}(?=\\d\\d)`))
  const parts: Part[] = pieces.map((piece) => ({ number: Number(piece.slice(0, 2)), text: piece.slice(2) }))
  const between = (first: number, last: number): Part[] => parts.filter(({ number }) => number >= first && number <= last)
  const glued = (first: number, last: number): string | undefined =>
    wordsOf(
      between(first, last)
        .map((part) => part.text)
        .join(''),
    )
  const written = purposeOf(between(20, 29))
  const further = purposeOf(between(60, 63))
  const leftOver = wordsOf(
    parts
      .filter(({ number }) => !isPlaced(number))
      .map((part) => part.text)
      .join(' '),
  )
  return {
    ...written,
    ultimate: written.ultimate ?? further.ultimate,
    remittance: wordsOf([written.remittance, further.remittance].filter(Boolean).join(' ')),
    label: wordsOf([glued(0, 9), written.label, leftOver].filter(Boolean).join(' ')),
    other: { name: glued(32, 33), iban: glued(31, 31)?.replaceAll(' ', '') ?? written.other?.iban, id: written.other?.id },
    returnReason: RETURN_REASONS[Number(glued(34, 34) ?? 0) - FIRST_RETURN_REASON],
    code: wordsOf(start),
  }
}

/** Posting text, number of the journal, remittance, bank, account, name, addition to the code, further remittance. */
const isPlaced = (number: number): boolean => number < 11 || (number >= 20 && number <= 34) || (number >= 60 && number <= 63)

function purposeOf(parts: readonly Part[]): Information {
  const marked = parts.map((part) => part.text).join('\n')
  if (hasLabels(marked)) return labelledInformation(marked)
  return { remittance: wordsOf(parts.map(({ text }) => (text.length >= FULL_PART ? text : `${text} `)).join('')) }
}
