/** The characters that XML is made of, by their codes. */
const TAB = 9
const LINE_FEED = 10
const RETURN = 13
const SPACE = 32
export const BANG = 33
export const QUOTE = 34
export const APOSTROPHE = 39
export const SLASH = 47
export const LESS = 60
export const EQUALS = 61
export const GREATER = 62
export const QUESTION = 63

export const isSpace = (code: number): boolean => code === SPACE || code === LINE_FEED || code === RETURN || code === TAB

export function afterSpace(source: string, start: number): number {
  let at = start
  while (isSpace(source.charCodeAt(at))) at += 1
  return at
}

/** Where a name that starts here ends; whether it is a name is asked elsewhere. */
export function nameEnd(source: string, start: number): number {
  let at = start
  for (; at < source.length; at += 1) {
    const code = source.charCodeAt(at)
    if (code <= QUESTION && (isSpace(code) || code === GREATER || code === SLASH || code === EQUALS || code === LESS || code === QUESTION))
      break
  }
  return at
}
