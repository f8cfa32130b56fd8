/** The texts under the totals: what the company wishes to say, then what the law wants said. */
import type { Invoice, Note } from '#einvoice'
import type { DocumentTexts } from '../texts.ts'

/** Order of the legal notes: discount, penalties, recovery indemnity (L441-9 C. com.), then the seller's registration. */
const LEGAL_SUBJECTS: readonly string[] = ['AAB', 'PMD', 'PMT', 'REG', 'ABL', 'TXD']

/** The kind of flow, for machines only. */
const UNPRINTED_SUBJECT = 'BAR'

const ON_DEBITS = '5'

export function drawnNotes(invoice: Invoice): string[] {
  return invoice.notes.filter((note) => !isLegal(note) && note.subject !== UNPRINTED_SUBJECT).map((note) => note.text)
}

export function drawnLaw(invoice: Invoice, mentions: readonly string[], words: DocumentTexts): string[] {
  const legal = LEGAL_SUBJECTS.flatMap((subject) => invoice.notes.filter((note) => note.subject === subject))
  const information = invoice.seller.legalInformation ?? ''
  const law = [
    ...(invoice.vatPointCode === ON_DEBITS ? [words.vatOnDebits] : []),
    ...legal.filter((note) => !information.includes(note.text)).map((note) => (note.subject === 'TXD' ? words.vatGroupMember : note.text)),
    ...mentions,
  ]
  return [...new Set(law)]
}

const isLegal = (note: Note): boolean => LEGAL_SUBJECTS.includes(note.subject ?? '')
