/** BR-FR-01 to 04 and 08: numbers, dates, types and frames of the French layer. */
import { isDay } from '#core/day'
import { ofEach, ofLines, single, type Texts } from '../places.ts'
import { type BySyntax, type Rule, when, whereEach } from '../rule.ts'
import { FRAMES, TYPE_CODES } from './kinds.ts'

const MAX_NUMBER_LENGTH = 35
const NUMBER = /^[A-Za-z0-9+\-_/]+$/

const tooLong = (number: string): boolean => number.length > MAX_NUMBER_LENGTH
const badCharacters = (number: string): boolean => !NUMBER.test(number)

/** The numbers of an invoice and of those it refers to: each has its own rules. */
type Numbers = {
  readonly name: string
  readonly term: string
  readonly path: string
  readonly of: Texts
  readonly fr: string
  readonly en: string
}

const NUMBERS: readonly Numbers[] = [
  {
    name: 'BT-1',
    term: 'BT-1',
    path: 'number',
    of: single('number', ({ number }) => number),
    fr: 'Le numéro de facture {found}',
    en: 'The invoice number {found}',
  },
  {
    name: 'BT-25',
    term: 'BT-25',
    path: 'precedingInvoices',
    of: ofEach(
      ({ precedingInvoices }) => precedingInvoices,
      'precedingInvoices',
      'number',
      ({ number }) => number,
    ),
    fr: 'Le numéro de la facture antérieure {found}',
    en: 'The number of the preceding invoice {found}',
  },
  {
    name: 'EXT-FR-FE-136',
    term: 'BG-25',
    path: 'lines',
    of: ofLines('extended.precedingInvoice.number', ({ extended }) => extended?.precedingInvoice?.number),
    fr: 'Le numéro {found} de la facture antérieure d’une ligne',
    en: 'The number {found} of the preceding invoice of a line',
  },
]

const numberRules: readonly Rule[] = NUMBERS.flatMap(({ name, term, path, of, fr, en }): Rule[] => {
  const rule = (id: BySyntax<string>, wrong: (number: string) => boolean, frWhy: string, enWhy: string, only?: 'UBL'): Rule => ({
    id,
    term,
    severity: 'fatal',
    path,
    breaches: (invoice, syntax) => (only !== undefined && syntax !== only ? [] : of(invoice, wrong)),
    fr: `${fr} ${frWhy}`,
    en: `${en} ${enWhy}`,
  })
  const frWhy = 'ne doit contenir que des lettres sans accent, des chiffres et + - _ /.'
  const enWhy = 'may hold only unaccented letters, digits and + - _ /.'
  return [
    rule({ CII: `BR-FR-01_${name}`, UBL: `BR-FR-01_${name}-1` }, tooLong, 'dépasse 35 caractères.', 'is longer than 35 characters.'),
    // For UBL the same is published twice.
    rule(`BR-FR-01_${name}-2`, badCharacters, frWhy, enWhy, 'UBL'),
    rule(`BR-FR-02_${name}`, badCharacters, frWhy, enWhy),
  ]
})

type Dates = { readonly name: BySyntax<string>; readonly term: string; readonly path: string; readonly of: Texts }

const PRECEDING = 'extended.precedingInvoice.issuedOn'
const lineTerm = (number: '134' | '135'): BySyntax<string> => ({ CII: `EXT-FR-FE-${number}`, UBL: `BT-${number}` })

const DATES: readonly Dates[] = [
  { name: 'BT-2', term: 'BT-2', path: 'issuedOn', of: single('issuedOn', ({ issuedOn }) => issuedOn) },
  { name: 'BT-7', term: 'BT-7', path: 'vatPointOn', of: single('vatPointOn', ({ vatPointOn }) => vatPointOn) },
  { name: 'BT-9', term: 'BT-9', path: 'dueOn', of: single('dueOn', ({ dueOn }) => dueOn) },
  {
    name: 'BT-26',
    term: 'BT-26',
    path: 'precedingInvoices',
    of: ofEach(
      ({ precedingInvoices }) => precedingInvoices,
      'precedingInvoices',
      'issuedOn',
      ({ issuedOn }) => issuedOn,
    ),
  },
  {
    name: 'BT-72',
    term: 'BT-72',
    path: 'delivery.deliveredOn',
    of: single('delivery.deliveredOn', ({ delivery }) => delivery?.deliveredOn),
  },
  { name: 'BT-73', term: 'BT-73', path: 'period.from', of: single('period.from', ({ period }) => period?.from) },
  { name: 'BT-74', term: 'BT-74', path: 'period.to', of: single('period.to', ({ period }) => period?.to) },
  { name: lineTerm('134'), term: 'BT-134', path: 'lines', of: ofLines('period.from', ({ period }) => period?.from) },
  { name: lineTerm('135'), term: 'BT-135', path: 'lines', of: ofLines('period.to', ({ period }) => period?.to) },
  {
    name: 'EXT-FR-FE-138',
    term: 'BG-25',
    path: 'lines',
    of: ofLines(PRECEDING, ({ extended }) => extended?.precedingInvoice?.issuedOn),
  },
  {
    name: 'EXT-FR-FE-158',
    term: 'BG-25',
    path: 'lines',
    of: ofLines('extended.deliveredOn', ({ extended }) => extended?.deliveredOn),
  },
]

/** A real day that stayed eight digits: CII says it in a format other than 102, which no rule reads. */
export const isOfOtherFormat = (day: string): boolean =>
  /^\d{8}$/.test(day) && isDay(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`)

const isGoodDay = (day: string): boolean => day.startsWith('20') && isDay(day)

const prefixed = (prefix: string, name: BySyntax<string>): BySyntax<string> =>
  typeof name === 'string' ? prefix + name : { CII: prefix + name.CII, UBL: prefix + name.UBL }

const dateRules: readonly Rule[] = DATES.map(({ name, term, path, of }) => ({
  id: prefixed('BR-FR-03_', name),
  term,
  severity: 'fatal',
  path,
  breaches: (invoice, syntax) => of(invoice, (day) => !isGoodDay(day) && !(syntax === 'CII' && isOfOtherFormat(day))),
  fr: 'La date {found} n’existe pas, ou n’est pas entre 2000 et 2099.',
  en: 'The date {found} does not exist, or is not between 2000 and 2099.',
}))

const linePrecedingTypes = ofLines('extended.precedingInvoice.typeCode', ({ extended }) => extended?.precedingInvoice?.typeCode)

export const identityRules: readonly Rule[] = [
  ...numberRules,
  ...dateRules,
  {
    id: 'BR-FR-04_BT-3',
    term: 'BT-3',
    severity: 'fatal',
    path: 'typeCode',
    breaches: ({ typeCode }) => when(typeCode !== undefined && !TYPE_CODES.has(typeCode), { found: typeCode ?? '' }),
    fr: 'Le type de document {found} n’est pas admis en France.',
    en: 'The document type {found} is not accepted in France.',
  },
  {
    id: 'BR-FR-04_EXT-FR-FE-02',
    term: 'BG-3',
    severity: 'fatal',
    path: 'precedingInvoices',
    breaches: ({ precedingInvoices }) =>
      whereEach(
        precedingInvoices,
        (index) => `precedingInvoices.${index}.typeCode`,
        ({ typeCode }) => typeCode !== undefined && !TYPE_CODES.has(typeCode) && { found: typeCode },
      ),
    fr: 'Le type {found} de la facture antérieure n’est pas admis en France.',
    en: 'The type {found} of the preceding invoice is not accepted in France.',
  },
  {
    id: 'BR-FR-04_EXT-FR-FE-137',
    term: 'BG-25',
    severity: 'fatal',
    path: 'lines',
    breaches: (invoice) => linePrecedingTypes(invoice, (typeCode) => !TYPE_CODES.has(typeCode)),
    fr: 'Le type {found} de la facture antérieure d’une ligne n’est pas admis en France.',
    en: 'The type {found} of the preceding invoice of a line is not accepted in France.',
  },
  {
    id: 'BR-FR-08_BT-23',
    term: 'BT-23',
    severity: 'fatal',
    path: 'frame',
    breaches: ({ frame }) => when(frame === undefined || !FRAMES.has(frame), { found: frame ?? '' }),
    fr: 'Le cadre de facturation « {found} » manque ou n’existe pas : il dit si l’on vend des biens, des services ou les deux.',
    en: 'The invoicing frame “{found}” is missing or unknown: it says whether goods, services or both are sold.',
  },
]
