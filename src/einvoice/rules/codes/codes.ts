/** A list of codes, written as words: the EN 16931 code lists of the European Commission's registry, as in force with release 1.3.16. */
export type CodeList = ReadonlySet<string>

export const codes = (words: string): CodeList => new Set(words.trim().split(/\s+/))
