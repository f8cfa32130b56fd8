const LETTERS = 26

/** A, B, … Z, AA, AB, …: what the lines lettered together bear, from the number of the lettering with its customer, which begins at 1. */
export function letteringCode(number: number): string {
  if (number < 1) throw new Error('letterings are counted from 1')
  let code = ''
  for (let left = number; left > 0; left = Math.floor((left - 1) / LETTERS)) code = String.fromCharCode(65 + ((left - 1) % LETTERS)) + code
  return code
}
