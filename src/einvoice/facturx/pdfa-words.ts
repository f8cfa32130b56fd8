/** What metadata says of the archive format: changed to PDF/A-3, which alone may carry a file, or taken back when it does not hold. */

const PDFA_ID = 'http://www.aiim.org/pdfa/ns/id/'

/** The prefixes bound to the archive's namespace; writers use one, `pdfaid`. */
const prefixesOf = (xmp: string): string[] =>
  Array.from(xmp.matchAll(/\sxmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g))
    .filter(([, , uri]) => uri === PDFA_ID)
    .map(([, prefix = '']) => prefix)

const asElement = (prefix: string, name: string): RegExp => new RegExp(`(<${prefix}:${name}\\s*>)[^<]*(</${prefix}:${name}\\s*>)`, 'g')
const asAttribute = (prefix: string, name: string): RegExp => new RegExp(`(\\s${prefix}:${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`, 'g')

/** The level (A, B, U) stays; the amendment of part 1 has no meaning any more. */
export function asPart3(xmp: string): string {
  let changed = xmp
  for (const prefix of prefixesOf(xmp)) {
    changed = changed.replace(asElement(prefix, 'part'), '$13$2').replace(asAttribute(prefix, 'part'), '$1"3"')
    for (const name of ['amd', 'corr', 'rev']) changed = changed.replace(asElement(prefix, name), '').replace(asAttribute(prefix, name), '')
  }
  return changed
}

export function withoutPart(xmp: string): string {
  let changed = xmp
  for (const prefix of prefixesOf(xmp)) {
    for (const name of ['part', 'conformance', 'amd', 'corr', 'rev']) {
      changed = changed.replace(asElement(prefix, name), '').replace(asAttribute(prefix, name), '')
    }
  }
  return changed
}
