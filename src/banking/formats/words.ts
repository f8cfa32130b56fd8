/** A piece of a file as a person may read it: on one line, blanks collapsed, without control characters, which no database takes either. */
export const plainText = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

/** The same, undefined when nothing is left. */
export const wordsOf = (text: string | undefined): string | undefined => (text === undefined ? undefined : plainText(text) || undefined)

/** Words by which banks say that there is no reference. */
const NO_REFERENCE = /^(?:NOT ?PROVIDED|NONREF|NON ?REF|N\/?A|NONE|0+|-+)$/i

export const referenceOf = (text: string | undefined): string | undefined =>
  text === undefined || NO_REFERENCE.test(text) ? undefined : plainText(text)
