import { writeCii } from './cii/write.ts'
import { GUIDELINES, levelOf, type Profile, profileOf } from './guidelines.ts'
import { type Failure, judge } from './judge.ts'
import { type Loss, lossAt, lossesBetween } from './losses.ts'
import type { Invoice, ReadInvoice } from './model.ts'
import { readInvoice } from './read.ts'
import type { Reading, Syntax } from './reading.ts'
import { packsFor } from './rules/profiles.ts'
import { writeUbl } from './ubl/write.ts'
import { indented } from './xml/indent.ts'

export type Written = {
  readonly xml: string
  /** Every value that is not in `xml`, by its term; empty when nothing was lost. */
  readonly losses: readonly Loss[]
}

export type Converted = Written & {
  /** What makes the result no valid invoice, and was not wrong before: a MINIMUM has no lines, an EN 16931 needs them. */
  readonly faults: readonly Failure[]
}

// Factur-X names profiles of CII; UBL has the European standard and the French extension.
const UBL_GUIDELINES: Partial<Record<Profile, string>> = {
  MINIMUM: GUIDELINES['EN 16931'],
  'BASIC WL': GUIDELINES['EN 16931'],
  BASIC: GUIDELINES['EN 16931'],
  EXTENDED: GUIDELINES['EXTENDED-CTC-FR'],
}

/** Said of the syntax that is left, not of the invoice. */
const OF_SYNTAX: ReadonlySet<string> = new Set(['Invoice/UBLVersionID', 'CreditNote/UBLVersionID'])

/**
 * A CII as UBL, a UBL as CII, or either as CII of a Factur-X profile, with every field that both can hold; all others are named with their
 * values, as is whatever the file held that no invoice has a field for. A figure is the figure of the file.
 */
export function convert(reading: Reading, to: Syntax | Profile): Converted {
  const { invoice, remarks } = reading
  const { losses, xml } = to === 'CII' || to === 'UBL' ? writeSyntax(invoice, to) : writeProfile(invoice, to)
  const unread = remarks.flatMap(({ kind, path, element, value }) => {
    if (kind === 'attribute' || value.trim() === '' || OF_SYNTAX.has(element)) return []
    return [kind === 'repeated' && path !== undefined ? lossAt(path, value) : { path: element, value }]
  })
  const shown = indented(xml)
  return { xml: shown, losses: [...losses, ...unread], faults: newFaults(reading, shown) }
}

function newFaults(before: Reading, xml: string): Failure[] {
  const after = readInvoice(new TextEncoder().encode(xml))
  const fatal = (reading: Reading) => judge(reading, packsFor(reading)).failures.filter(({ severity }) => severity === 'fatal')
  const faults = fatal(after)
  if (faults.length === 0) return []
  const known = new Set(fatal(before).map(({ rule }) => rule))
  return faults.filter(({ rule }) => !known.has(rule))
}

function writeSyntax(invoice: ReadInvoice, to: Syntax): Written {
  const profile = to === 'UBL' ? profileOf(invoice.guideline) : undefined
  const guideline = profile && UBL_GUIDELINES[profile]
  const wanted = to === 'CII' ? withoutOwnCurrency(invoice) : guideline === undefined ? invoice : { ...invoice, guideline }
  const xml = to === 'CII' ? writeCii(wanted, 'EXTENDED') : writeUbl(wanted, 'EXTENDED')
  return { xml, losses: lossesBetween(to === 'CII' ? wanted : invoice, reread(xml)) }
}

/** BR-53: in CII a currency of the VAT wants its own total. The same as that of the invoice, which UBL may name, says nothing more. */
function withoutOwnCurrency<Subject extends Invoice | ReadInvoice>(invoice: Subject): Subject | ReadInvoice {
  const { currency, totals, vatCurrency, ...rest } = invoice
  if (vatCurrency === undefined || vatCurrency !== currency || totals?.vatInAccountingCurrency !== undefined) return invoice
  return { ...rest, currency, ...(totals ? { totals } : {}) } as ReadInvoice
}

/** The invoice as CII of a Factur-X profile: what the profile may hold, and the list of what it may not. */
export function writeProfile(invoice: Invoice | ReadInvoice, profile: Profile): Written {
  const wanted = { ...withoutOwnCurrency(invoice), guideline: GUIDELINES[profile] }
  const xml = writeCii(wanted, levelOf(profile))
  return { xml, losses: lossesBetween(wanted, reread(xml)) }
}

const reread = (xml: string): ReadInvoice => readInvoice(new TextEncoder().encode(xml)).invoice
