import { labelledInformation, hasLabels } from './sepa-labels.ts'
import type { Field } from './messages.ts'
import { nonSwiftInformation } from './non-swift.ts'
import { hasSlashTags, slashInformation } from './slash-tags.ts'
import { separatorOf, subfieldInformation } from './subfields.ts'
import { hasFrenchLabels, frenchInformation } from './french-labels.ts'
import { wordsOf } from '../words.ts'

/** One party, as far as `:86:` names it. */
export type Party = { readonly name?: string | undefined; readonly iban?: string | undefined; readonly id?: string | undefined }

/** What `:86:` says of an operation, whatever the dialect. Texts are as written: references and IBANs are judged by `line.ts`. */
export type Information = {
  /** What the payer wrote. */
  readonly remittance?: string | undefined
  /** What the bank calls the operation. */
  readonly label?: string | undefined
  /** The other side, where the dialect does not say who ordered. */
  readonly other?: Party
  readonly orderer?: Party
  readonly beneficiary?: Party
  readonly ultimate?: string | undefined
  readonly endToEndId?: string | undefined
  readonly mandateId?: string | undefined
  readonly paymentInformationId?: string | undefined
  readonly structuredReference?: string | undefined
  readonly returnReason?: string | undefined
  /** The bank's own code of the operation. */
  readonly code?: string | undefined
}

/** The fields `:86:` and `:NS:` that follow an entry; several `:86:` are one text. */
export function informationOf(fields: readonly Field[]): Information {
  const nonSwift = fields.filter((field) => field.tag === 'NS').flatMap((field) => field.lines)
  const lines = fields.filter((field) => field.tag === '86').flatMap((field) => field.lines)
  const text = unwrapped(lines)
  const separator = separatorOf(text)
  if (separator !== undefined) return subfieldInformation(text, separator)
  if (hasSlashTags(text)) return slashInformation(text)
  if (hasLabels(text)) return labelledInformation(text)
  if (hasFrenchLabels(text)) return frenchInformation(text)
  const remittance = wordsOf(text)
  return remittance === undefined ? nonSwiftInformation(nonSwift) : { remittance }
}

/** Lines are cut at 65 characters wherever that falls, the tag of the first one counted by some banks: a full line goes on in the next. */
const FULL_LINE = 65
const FULL_AFTER_TAG = FULL_LINE - ':86:'.length

function unwrapped(lines: readonly string[]): string {
  let text = ''
  let full = true
  for (const [index, line] of lines.entries()) {
    text += full || /^[?>]\d\d/.test(line) ? line : ` ${line}`
    full = line.length >= FULL_LINE || (index === 0 && line.length === FULL_AFTER_TAG) || /[?>]\d?$/.test(line)
  }
  return text
}
