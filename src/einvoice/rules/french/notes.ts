/** BR-FR-05, 06, 20 and 31: the three notes that C. com. art. L441-9 and D441-5 demand, and the note that says the kind of flow. */
import type { ReadInvoice } from '../../model.ts'
import { type Rule, when } from '../rule.ts'
import { FLOW_KINDS } from './kinds.ts'

export const notesOf = ({ notes }: ReadInvoice, subject: string) => (notes ?? []).filter((note) => note.subject === subject)

const MANDATORY = [
  { subject: 'PMT', fr: 'l’indemnité forfaitaire de 40 € pour frais de recouvrement', en: 'the 40 EUR recovery indemnity' },
  { subject: 'PMD', fr: 'les pénalités de retard', en: 'the late penalties' },
  { subject: 'AAB', fr: 'l’escompte pour paiement anticipé, ou son absence', en: 'the early-payment discount, or that there is none' },
] as const

const missing = MANDATORY.map(({ subject, fr, en }, index): Rule => ({
  id: { CII: `BR-FR-05_BT-22_${subject}`, UBL: `BR-FR-05_BT-22-${index + 1}` },
  term: 'BT-22',
  severity: 'fatal',
  path: 'notes',
  breaches: (invoice) => when(notesOf(invoice, subject).length === 0),
  fr: `Il manque la mention sur ${fr} (note ${subject}).`,
  en: `The wording is missing: ${en} (note ${subject}).`,
}))

const repeated = [...MANDATORY.map(({ subject }) => subject), 'TXD'].map((subject, index): Rule => ({
  id: { CII: `BR-FR-06_BT-21_${subject}`, UBL: `BR-FR-06_BT-21-${index + 1}` },
  term: 'BT-21',
  severity: 'fatal',
  path: 'notes',
  breaches: (invoice) => when(notesOf(invoice, subject).length > 1),
  fr: `La note ${subject} ne doit figurer qu’une fois.`,
  en: `The note ${subject} must appear only once.`,
}))

export const noteRules: readonly Rule[] = [
  ...missing,
  ...repeated,
  {
    id: 'BR-FR-20_BT-21',
    term: 'BT-22',
    severity: 'fatal',
    path: 'notes',
    breaches: (invoice) => notesOf(invoice, 'BAR').flatMap(({ text }) => when(!FLOW_KINDS.has((text ?? '').trim()), { found: text ?? '' })),
    fr: 'La nature du flux « {found} » n’existe pas (note BAR : B2B, B2BINT, B2C, B2CINT, OUTOFSCOPE ou ARCHIVEONLY).',
    en: 'The kind of flow “{found}” does not exist (note BAR: B2B, B2BINT, B2C, B2CINT, OUTOFSCOPE or ARCHIVEONLY).',
  },
  {
    // For UBL it is published under the number of another rule.
    id: { CII: 'BR-FR-31_BT-21', UBL: 'BR-FR-30_BT-21' },
    term: 'BT-21',
    severity: 'fatal',
    path: 'notes',
    breaches: (invoice) => when(notesOf(invoice, 'BAR').length > 1),
    fr: 'La nature du flux ne doit figurer qu’une fois (note BAR).',
    en: 'The kind of flow must appear only once (note BAR).',
  },
]

/** Sold to a French business, as the note BAR says. */
export const isDomesticBusiness = (invoice: ReadInvoice): boolean =>
  notesOf(invoice, 'BAR').some(({ text }) => (text ?? '').trim() === 'B2B')
