/** The payer's name as a bank writes it, where it is no customer's name: what is learnt when a person says whose it is. */
import type { LineFacts } from './model.ts'
import { atomsOf, plainText } from './plain-text.ts'

/** How banks begin the label of a transfer; the payer comes next. */
const OPENINGS = new Set('VIR VIREMENT VIRT SEPA RECU INST INSTANTANE DE EN VOTRE FAVEUR PERMANENT EMIS PAR'.split(' '))
/** Two words tell a payer; the third is often the first of its message. */
const WORDS = 2
const SHORTEST = 6

export type Alias = { readonly text: string; readonly written: string }

export function aliasOf({ counterparty, texts }: Pick<LineFacts, 'counterparty' | 'texts'>): Alias | undefined {
  if (counterparty !== undefined) return named(counterparty, 0)
  for (const text of texts) {
    const atoms = atomsOf(plainText(text))
    const payer = atoms.findIndex((atom) => !OPENINGS.has(atom.text))
    if (payer > 0) return named(text, atoms[payer]?.at ?? 0)
  }
  return undefined
}

function named(text: string, from: number): Alias | undefined {
  const atoms = atomsOf(plainText(text.normalize('NFC')).slice(from)).slice(0, WORDS)
  const words = atoms.map((atom) => atom.text)
  const last = atoms.at(-1)
  if (!last || words.some((word) => /\d/.test(word)) || words.join('').length < SHORTEST) return undefined
  return { text: words.join(' '), written: text.normalize('NFC').slice(from + (atoms[0]?.at ?? 0), from + last.end) }
}
