/** Text on one line, blanks collapsed. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Words by which banks say that there is no reference. */
const NO_REFERENCE = /^(?:NOT ?PROVIDED|NONREF|NON ?REF|N\/?A|NONE|0+|-+)$/i

export const referenceOf = (text: string | undefined): string | undefined =>
  text === undefined || NO_REFERENCE.test(text) ? undefined : oneLine(text)
