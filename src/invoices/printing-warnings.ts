import type { z } from 'zod'
import type { Locale } from '#core/text'
import { undrawable } from '#platform/pdf'
import type { warningOut } from './contract.ts'
import type { DraftLine, StoredInvoice } from './draft.ts'
import { fields, texts } from './texts.ts'

/** What of a draft the paper cannot show as it is written, each at its field. The electronic invoice keeps the exact characters. */
export function printingWarnings(draft: StoredInvoice, lines: readonly DraftLine[], locale: Locale): z.input<typeof warningOut>[] {
  const { buyerReference, note, orderReference } = draft.options
  const written = [
    ...lines.flatMap(({ description, name }, index) => [
      { field: `lines.${index}.name`, place: texts[locale].line(index + 1), text: name },
      { field: `lines.${index}.description`, place: texts[locale].line(index + 1), text: description },
    ]),
    ...Object.entries({ orderReference, buyerReference, note }).map(([field, text]) => ({
      field,
      place: fields[locale][field] ?? '',
      text,
    })),
    { field: 'customer.name', place: fields[locale]['customerId'] ?? '', text: draft.customer_name },
  ]
  return written.flatMap(({ field, place, text }) => {
    const missing = undrawable(text)
    return missing.length === 0 ? [] : [{ field, sentence: texts[locale].printsAsBox(place, missing) }]
  })
}
