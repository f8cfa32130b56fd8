import { at } from '../camt/tree.ts'
import type { XmlElement } from '../xml.ts'

/** The built-in formats of dates, those of East Asia among them (ECMA-376 part 1, 18.8.30). */
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** Whether a cell of that style shows its number as a day. */
export function dateStyles(styles: XmlElement | undefined): (style: number) => boolean {
  const own = new Map(
    (at(styles, 'numFmts')?.children ?? []).map(({ attributes }) => [
      Number(attributes.get('numFmtId')),
      showsADay(attributes.get('formatCode') ?? ''),
    ]),
  )
  const dates = (at(styles, 'cellXfs')?.children ?? []).map(({ attributes }) => {
    const id = Number(attributes.get('numFmtId') ?? 0)
    return own.get(id) ?? isBuiltInDate(id)
  })
  return (style) => dates[style] ?? false
}

/** A code with a day or a year in it, outside of its quoted text, colours and conditions: minutes and hours alone are no day. */
const showsADay = (code: string): boolean => /[dy]/i.test(code.slice(0, 255).replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, ''))
