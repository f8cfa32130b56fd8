/** What one does to the lines of a draft, by keyboard or hand. Each gives the new draft, and the line the cursor goes to. */
import { blankLine, type DraftValues, isBlank, keyAfter, type LineValues, type Nature } from './draft-values.ts'

export type LinePatch = Partial<Omit<LineValues, 'key'>>

const withLines = (values: DraftValues, lines: readonly LineValues[]): DraftValues => ({ ...values, lines })

export function changeLine(values: DraftValues, key: string, patch: LinePatch): DraftValues {
  return withLines(
    values,
    values.lines.map((line) => (line.key === key ? { ...line, ...patch } : line)),
  )
}

/** A new line under this one, taxed like it; a blank line already there serves. */
export function lineAfter(values: DraftValues, key: string, usualVatCode: string): { values: DraftValues; focus: string } {
  const place = values.lines.findIndex((line) => line.key === key)
  const next = values.lines[place + 1]
  if (next && isBlank(next)) return { values, focus: next.key }
  const line = blankLine(
    { nature: natureOfFreeLines(values), vatCode: values.lines[place]?.vatCode ?? usualVatCode },
    keyAfter(values.lines),
  )
  const lines = [...values.lines.slice(0, place + 1), line, ...values.lines.slice(place + 1)]
  return { values: withLines(values, lines), focus: line.key }
}

/** What one types freely is of the kind one last typed freely: items of the catalogue know their own. */
function natureOfFreeLines(values: DraftValues): Nature {
  return values.lines.findLast((line) => line.itemId === null && !isBlank(line))?.nature ?? 'service'
}

export function lineAtEnd(values: DraftValues, usualVatCode: string): { values: DraftValues; focus: string } {
  return lineAfter(values, values.lines.at(-1)?.key ?? '', usualVatCode)
}

/** Without the line; the cursor goes to the one before. The last line is never removed, only emptied. */
export function withoutLine(values: DraftValues, key: string, usualVatCode: string): { values: DraftValues; focus: string } {
  const place = values.lines.findIndex((line) => line.key === key)
  const lines = values.lines.filter((line) => line.key !== key)
  const kept =
    lines.length === 0
      ? [blankLine({ nature: values.lines[0]?.nature ?? 'service', vatCode: usualVatCode }, keyAfter(values.lines))]
      : lines
  return { values: withLines(values, kept), focus: kept[Math.max(place - 1, 0)]?.key ?? '' }
}

export function movedLine(values: DraftValues, key: string, step: -1 | 1): DraftValues {
  const place = values.lines.findIndex((line) => line.key === key)
  const target = place + step
  const line = values.lines[place]
  const other = values.lines[target]
  if (!line || !other) return values
  const lines = [...values.lines]
  lines[place] = other
  lines[target] = line
  return withLines(values, lines)
}

/** When the customer changes what is usual (another country), lines that followed the usual treatment follow the new one. */
export function withUsualVat(values: DraftValues, before: UsualVat, after: UsualVat): DraftValues {
  if (before.goods === after.goods && before.service === after.service) return values
  return withLines(
    values,
    values.lines.map((line) => (line.vatCode === before[line.nature] ? { ...line, vatCode: after[line.nature] } : line)),
  )
}

export type UsualVat = { readonly goods: string; readonly service: string }
