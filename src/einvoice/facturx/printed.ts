/** Looks for what the XML says in what the pages print. */

const ANY_AMOUNT = /\d[.,]\d{2}(?!\d)/

/** Pages that are pictures, or use fonts without characters, tell nothing. */
export const tellsAmounts = (text: string): boolean => ANY_AMOUNT.test(text)

/**
 * Whether the amount is printed, however it is written: `3042.00`, `3 042,00`, `3.042,00`, `3'042`. Undefined where the pages hold no
 * amount we can read. The sign is not looked for: credit notes print it in many ways.
 */
export function printsAmount(text: string, amount: string): boolean | undefined {
  const [, whole, decimals = ''] = /^[+-]?0*(\d+)(?:\.(\d*))?$/.exec(amount.trim()) ?? []
  if (whole === undefined || !tellsAmounts(text)) return undefined
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, "[ .,'’]?")
  const fraction = decimals.replace(/0+$/, '')
  // Whole amounts may be printed without decimals.
  const ending = fraction === '' ? '(?:[.,]0{1,4})?' : `[.,]${fraction}0{0,3}`
  return new RegExp(`(?<![\\d][.,]?)${grouped}${ending}(?![.,]?\\d)`).test(text)
}

/** Whether a number or name is printed; blanks and line ends inside it do not count, nor does case. */
export function printsText(text: string, wanted: string): boolean {
  const bare = (value: string) => value.replace(/\s/g, '').toUpperCase()
  return bare(text).includes(bare(wanted))
}

/** The numbers printed after the word SIRET, digits only. */
export function printedSirets(text: string): string[] {
  const found = text.matchAll(/SIRET(?:\s*\(?n[°o.]\)?)?[\s:.°]{0,6}((?:\d[ .]?){8,20})/gi)
  return [...found].map((match) => (match[1] ?? '').replace(/\D/g, ''))
}
