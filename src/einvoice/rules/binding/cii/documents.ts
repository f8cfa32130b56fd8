/** CII-DT: the documents a CII refers to. */
import type { XmlElement } from '../../../xml/read.ts'
import { type BindingRule, childNamed, textOf } from '../binding-rule.ts'

/** CII writes three things as an additional document, by its type: 916 an attachment, 50 a tender, 130 the invoiced object. */
const documentRule = (id: string, breaks: (document: XmlElement, type: string) => boolean, fr: string, en: string): BindingRule => ({
  id,
  term: 'BG-24',
  severity: 'fatal',
  at: ['AdditionalReferencedDocument'],
  breaks: (document) => breaks(document, textOf(document, 'TypeCode')),
  found: (document) => textOf(document, 'TypeCode'),
  fr,
  en,
})

const DATED_REFERENCE = 'InvoiceReferencedDocument'

export const documentRules: readonly BindingRule[] = [
  documentRule(
    'CII-DT-015',
    (document, type) => childNamed(document, 'URIID') !== undefined && type !== '916',
    'Seule une pièce jointe (type 916) porte une adresse ; ce document est de type « {found} ».',
    'Only an attachment (type 916) has an address; this document is of type “{found}”.',
  ),
  documentRule(
    'CII-DT-021',
    (document, type) => childNamed(document, 'Name') !== undefined && type !== '916',
    'Seule une pièce jointe (type 916) porte une description ; ce document est de type « {found} ».',
    'Only an attachment (type 916) has a description; this document is of type “{found}”.',
  ),
  documentRule(
    'CII-DT-024',
    (document, type) => childNamed(document, 'ReferenceTypeCode') !== undefined && type !== '130',
    'Seul l’objet facturé (type 130) dit sa sorte ; ce document est de type « {found} ».',
    'Only the invoiced object (type 130) says its kind; this document is of type “{found}”.',
  ),
  {
    id: 'CII-DT-018',
    term: 'BG-24',
    severity: 'fatal',
    at: ['TypeCode'],
    breaks: ({ text }, _, ancestors) =>
      (ancestors.at(-1)?.name.endsWith('ReferencedDocument') ?? false) && !['50', '130', '916'].includes(text.trim()),
    fr: 'Le type d’un document cité doit être 50, 130 ou 916, et non « {found} ».',
    en: 'The type of a document referred to must be 50, 130 or 916, and not “{found}”.',
  },
  {
    id: 'CII-DT-027',
    term: 'BT-26',
    severity: 'fatal',
    at: ['FormattedIssueDateTime'],
    breaks: (_, __, ancestors) => {
      const document = ancestors.at(-1)?.name ?? ''
      return document.endsWith('ReferencedDocument') && document !== DATED_REFERENCE
    },
    found: (date) => textOf(date, 'DateTimeString'),
    fr: 'Seule une facture antérieure est citée avec sa date ({found}).',
    en: 'Only a preceding invoice is referred to with its date ({found}).',
  },
]
