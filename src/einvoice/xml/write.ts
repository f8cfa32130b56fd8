/** XML as text, for writers: no tree is built, an element is a string and an absent element is the empty string. */

// Control characters and non-characters come with texts pasted from word processors: XML 1.0 cannot hold most of them, not even escaped.
const MEANINGLESS = /[[\p{Cc}\p{Noncharacter_Code_Point}]--[\t\n\r]]/gv
const NEEDS_CARE = /[&<>"\r\p{Cs}\p{Noncharacter_Code_Point}]|[\p{Cc}--[\t\n]]/v
const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text safe inside an element or a quoted attribute. Control characters are left out, half surrogates become U+FFFD. */
export function escapeXml(text: string): string {
  if (!NEEDS_CARE.test(text)) return text
  return text
    .toWellFormed()
    .replace(MEANINGLESS, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[&<>"]/g, (character) => ESCAPED[character] ?? character)
}

const BROKEN_IN_ATTRIBUTES = /[\t\n]/g

/** ` schemeID="0002"`, or nothing when there is no value. White space other than blanks would be read back as blanks. */
export function attribute(name: string, value: string | undefined): string {
  if (value === undefined || value === '') return ''
  return ` ${name}="${escapeXml(value).replace(BROKEN_IN_ATTRIBUTES, (space) => (space === '\t' ? '&#9;' : '&#10;'))}"`
}
