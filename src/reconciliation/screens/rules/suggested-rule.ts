/** What of a line is likely to come again: words without figures, days or the bank's own manners. */
const MANNERS = new Set(
  'VIR VIREMENT VIRT SEPA INST PRLV PRELEVEMENT CB CARTE PAIEMENT ACHAT RECU EMIS FAVEUR VERS POUR DANS AVEC REF NUM MOIS'.split(' '),
)
const MONTHS = new Set('JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE'.split(' '))
const SHORTEST = 4
const MOST_WORDS = 3

export type SuggestedRule = {
  readonly name: string
  readonly words: readonly string[]
  readonly direction: 'in' | 'out'
}

export function suggestedRule(line: {
  readonly text: string
  readonly counterparty: string | null
  readonly amount: string
}): SuggestedRule {
  const written = (line.text === '' ? (line.counterparty ?? '') : line.text).match(/[\p{L}\d]+/gu) ?? []
  const lasting = written.filter((word) => !/\d/.test(word) && isLasting(word))
  const words = [...new Set(lasting)].slice(0, MOST_WORDS)
  const name = words.join(' ').toLowerCase()
  return {
    name: name === '' ? (line.counterparty ?? '') : name.charAt(0).toUpperCase() + name.slice(1),
    words,
    direction: line.amount.startsWith('-') ? 'out' : 'in',
  }
}

function isLasting(word: string): boolean {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
  return plain.length >= SHORTEST && !MANNERS.has(plain) && !MONTHS.has(plain)
}
