/** What tells the payer of a line, to be learnt when somebody says whose it is: the account, and the name as its bank writes it. */
import type { LineFacts, Mark } from './model.ts'
import { atomsOf, plainText } from './plain-text.ts'

export type WrittenMark = Mark & { readonly written: string }

/** How banks begin the label of a transfer; the payer comes next. */
const OPENINGS = new Set('VIR VIREMENT VIRT SEPA RECU INST INSTANTANE DE EN VOTRE FAVEUR PERMANENT EMIS PAR'.split(' '))
/** Two words tell a payer; the third is often the first of its message. */
const WORDS = 2
const SHORTEST = 6

export function marksOf({
  counterparty,
  iban,
  texts,
}: Pick<LineFacts, 'counterparty' | 'iban' | 'texts'>): [iban: WrittenMark | undefined, alias: WrittenMark | undefined] {
  return [
    iban === undefined ? undefined : { kind: 'iban', text: iban, written: iban },
    counterparty === undefined ? inTexts(texts) : alias(counterparty, 0),
  ]
}

function inTexts(texts: readonly string[]): WrittenMark | undefined {
  for (const text of texts) {
    const atoms = atomsOf(plainText(text))
    const payer = atoms.findIndex((atom) => !OPENINGS.has(atom.text))
    if (payer > 0) return alias(text, atoms[payer]?.at ?? 0)
  }
  return undefined
}

function alias(text: string, from: number): WrittenMark | undefined {
  const atoms = atomsOf(plainText(text).slice(from)).slice(0, WORDS)
  const words = atoms.map((atom) => atom.text)
  const last = atoms.at(-1)
  if (!last || words.some((word) => /\d/.test(word)) || words.join('').length < SHORTEST) return undefined
  return { kind: 'alias', text: words.join(' '), written: text.normalize('NFC').slice(from + (atoms[0]?.at ?? 0), from + last.end) }
}
