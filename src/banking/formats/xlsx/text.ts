import { at } from '../camt/tree.ts'
import type { XmlElement } from '../xml.ts'

/** Plain or in runs of different looks; the phonetic guide beside it (`rPh`) is no text. */
export function textIn(element: XmlElement): string {
  return element.children
    .map((child) => (child.name === 't' ? child.text : child.name === 'r' ? (at(child, 't')?.text ?? '') : ''))
    .join(' ')
}
