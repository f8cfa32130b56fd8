import { writeCii } from './cii/write.ts'
import { GUIDELINES, levelOf, type Profile, profileOf } from './guidelines.ts'
import { type Loss, lossAt, lossesBetween } from './losses.ts'
import type { Invoice, ReadInvoice } from './model.ts'
import { readInvoice } from './read.ts'
import type { Reading, Syntax } from './reading.ts'
import { writeUbl } from './ubl/write.ts'

export type Written = {
  readonly xml: string
  /** Every value that is not in `xml`, by its term; empty when nothing was lost. */
  readonly losses: readonly Loss[]
}

// Factur-X names profiles of CII; UBL has the European standard and the French extension.
const UBL_GUIDELINES: Partial<Record<Profile, string>> = {
  BASIC: GUIDELINES['EN 16931'],
  EXTENDED: GUIDELINES['EXTENDED-CTC-FR'],
}

/**
 * A CII as UBL, a UBL as CII, or either as CII of a Factur-X profile, with every field that both can hold; all others are named with their
 * values, as is whatever the file held that no invoice has a field for. A figure is the figure of the file.
 */
export function convert(reading: Reading, to: Syntax | Profile): Written {
  const { invoice, remarks } = reading
  const { losses, xml } = to === 'CII' || to === 'UBL' ? writeSyntax(invoice, to) : writeProfile(invoice, to)
  const unread = remarks.flatMap(({ kind, path, element, value }) => {
    if (kind === 'attribute' || value.trim() === '') return []
    return [kind === 'repeated' && path !== undefined ? lossAt(path, value) : { path: element, value }]
  })
  return { xml, losses: [...losses, ...unread] }
}

function writeSyntax(invoice: ReadInvoice, to: Syntax): Written {
  const profile = to === 'UBL' ? profileOf(invoice.guideline) : undefined
  const guideline = profile && UBL_GUIDELINES[profile]
  const wanted = guideline === undefined ? invoice : { ...invoice, guideline }
  const xml = to === 'CII' ? writeCii(wanted, 'EXTENDED') : writeUbl(wanted, 'EXTENDED')
  return { xml, losses: lossesBetween(invoice, reread(xml)) }
}

/** The invoice as CII of a Factur-X profile: what the profile may hold, and the list of what it may not. */
export function writeProfile(invoice: Invoice | ReadInvoice, profile: Profile): Written {
  const wanted = { ...invoice, guideline: GUIDELINES[profile] }
  const xml = writeCii(wanted, levelOf(profile))
  return { xml, losses: lossesBetween(wanted, reread(xml)) }
}

const reread = (xml: string): ReadInvoice => readInvoice(new TextEncoder().encode(xml)).invoice
