import type { Sheet } from './sheet.ts'
import type { Field } from './spots.ts'

/** Of every field on a sheet, by its path in the invoice. */
export function fieldLabels(sheet: Sheet): ReadonlyMap<string, string> {
  const { allowances, attachments, buyer, elsewhere, head, lines, number, others, payment, seller, title, totals, vat } = sheet
  const ofLines = lines.rows.flatMap((line) => [line.id, line.name, line.quantity, line.price, line.vat, line.net].concat(line.details))
  const ofVat = vat.rows.flatMap(({ base, rate, reason, tax }) => [base, rate, reason, tax])
  const ofParties: Field[] = [seller, buyer, ...others].flatMap(({ fields, name, title: party }) =>
    [name].concat(fields).map((field): Field => Object.assign({}, field, { label: `${party}, ${field.label.toLowerCase()}` })),
  )
  const all = [
    title,
    number,
    ...ofParties,
    ...head,
    ...ofLines,
    ...ofVat,
    ...payment,
    ...attachments,
    ...elsewhere,
    ...allowances,
    ...totals.fields,
  ]
  return new Map(all.map(({ label, path }) => [path, label]))
}
