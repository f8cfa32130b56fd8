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

/** An element around XML already written; nothing when there is nothing inside. */
export function element(name: string, inner: string): string {
  return inner === '' ? '' : `<${name}>${inner}</${name}>`
}

/** An optional text: absent or blank writes nothing, since receivers refuse empty elements. */
export function optional(name: string, text: string | undefined, attribute = ''): string {
  return text === undefined || text.trim() === '' ? '' : `<${name}${attribute}>${escapeXml(text)}</${name}>`
}

/** A mandatory text: written even when blank, so that the schema and the rules can name what is missing. */
export function mandatory(name: string, text: string, attribute = ''): string {
  return `<${name}${attribute}>${escapeXml(text)}</${name}>`
}

/** ` schemeID="0002"`, or nothing when there is no value. */
export function attribute(name: string, value: string | undefined): string {
  return value === undefined || value === '' ? '' : ` ${name}="${escapeXml(value)}"`
}
