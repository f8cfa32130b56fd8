/** A note of three pages is not repeated whole. */
const LENGTH = 120

export const cut = (text: string): string => (text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text)
