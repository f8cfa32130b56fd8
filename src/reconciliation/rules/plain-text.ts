/** Capitals without accents: how a bank writes, so how everything is compared. Keeps the places of characters. */
export const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{ASCII}]/gu, plainCharacter)
    .toUpperCase()

function plainCharacter(character: string): string {
  const bare = character.normalize('NFD').replace(/\p{M}/gu, '')
  return bare.length === 1 && bare !== 'ß' ? bare : ' '
}

export type Atom = { readonly text: string; readonly at: number; readonly end: number }

/** The runs of letters and digits of a plain text. */
export function atomsOf(plain: string): Atom[] {
  return Array.from(plain.matchAll(/[A-Z0-9]+/g), ({ 0: text, index }) => ({ text, at: index, end: index + text.length }))
}
