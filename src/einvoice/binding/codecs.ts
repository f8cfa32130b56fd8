/** How texts of XML become fields, where both syntaxes agree. */
import { type Codec, text } from './rows.ts'

/** Written even when blank, so that the schema and the rules can name what is missing. */
export const must = (codec: Codec): Codec => ({
  ...codec,
  must: true,
  write: (value, currencies) => codec.write(value, currencies) ?? (typeof value === 'string' ? value : undefined),
})

/** Its parent element makes no sense without it. */
export const required = (codec: Codec): Codec => ({ ...codec, required: true })

/** A figure as it stands, without white space around it. */
export const decimal: Codec = { ...text, read: (element) => element.text.trim() }

export const flag: Codec = {
  read: (element) => element.text.trim() === 'true' || element.text.trim() === '1',
  write: (value) => (typeof value === 'boolean' ? String(value) : undefined),
}

/** Allowance or charge; any other text is kept as it stands. */
export const chargeKind: Codec = {
  read: (element) => {
    const found = element.text.trim()
    if (found === 'true' || found === '1') return 'charge'
    return found === 'false' || found === '0' ? 'allowance' : element.text
  },
  write: (value) => (value === 'charge' ? 'true' : value === 'allowance' ? 'false' : typeof value === 'string' ? value : undefined),
}

/** The discount of a price is an allowance unless it says otherwise. */
export const discountKind: Codec = {
  ...chargeKind,
  filler: true,
  read: (element, context) => {
    const kind = chargeKind.read(element, context)
    return kind === 'allowance' ? undefined : kind
  },
  write: (value, currencies) => chargeKind.write(value ?? 'allowance', currencies),
}

/** VAT, which the model does not repeat; another tax by its name, and nothing where the file tells none. */
export const taxType: Codec = {
  filler: true,
  absent: '',
  read: (element) => (element.text === 'VAT' ? undefined : element.text),
  write: (value) => (value === undefined ? 'VAT' : typeof value === 'string' && value !== '' ? value : undefined),
}

/** A text that stands by itself where the model has none: `Project reference`. */
export const unlessSaid = (said: string): Codec => ({
  filler: true,
  read: (element) => (element.text === said ? undefined : element.text),
  write: (value, currencies) => text.write(value, currencies) ?? said,
})

/** BG-24 is what a document is unless it says otherwise (UNTDID 1001). */
export const documentType: Codec = { ...text, read: (element) => (element.text === '916' ? undefined : element.text) }

/** A field of the invoice that stands in the items of a list, and may stand in one of them. */
export const once = (codec: Codec): Codec => ({ ...codec, once: true })

/** For fields that stand in two places of the XML and are written in one of them. */
export const readOnly = (codec: Codec): Codec => ({ ...codec, readOnly: true })
