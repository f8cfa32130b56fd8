/** BR-FR-01 to 04, 08, 15 and 16: numbers, dates and code lists of the French layer. */
import { isDay } from '#core/day'
import type { Decimal, Invoice } from '../../model.ts'
import { figure } from '../figures.ts'
import { taxedParts } from '../en16931/vat/taxed.ts'
import { type Breach, type Rule, when, whereEach } from '../rule.ts'
import { FRAMES, TYPE_CODES, VAT_CATEGORIES, VAT_RATES } from './kinds.ts'

const MAX_NUMBER_LENGTH = 35
const NUMBER = /^[A-Za-z0-9+\-_/]+$/

const isGoodDay = (day: string): boolean => day.startsWith('20') && isDay(day)

/** Every date of an invoice, by its field. */
function* datesOf(invoice: Invoice): Generator<readonly [path: string, day: string | undefined]> {
  yield ['issuedOn', invoice.issuedOn]
  yield ['dueOn', invoice.dueOn]
  yield ['delivery.deliveredOn', invoice.delivery?.deliveredOn]
  yield ['period.from', invoice.period?.from]
  yield ['period.to', invoice.period?.to]
  for (const [index, { issuedOn }] of (invoice.precedingInvoices ?? []).entries()) yield [`precedingInvoices.${index}.issuedOn`, issuedOn]
  for (const [index, { period }] of invoice.lines.entries()) {
    yield [`lines.${index}.period.from`, period?.from]
    yield [`lines.${index}.period.to`, period?.to]
  }
}

function wrongDates(invoice: Invoice): Breach[] {
  const breaches: Breach[] = []
  for (const [path, day] of datesOf(invoice)) {
    if (day !== undefined && !isGoodDay(day)) breaches.push({ path, facts: { found: day } })
  }
  return breaches
}

const knownRates = new Set(VAT_RATES.map((rate) => figure(rate)))
const isKnownRate = (rate: Decimal | undefined): boolean => rate === undefined || knownRates.has(figure(rate))

function wrongRates(invoice: Invoice): readonly Breach[] {
  const ofParts = taxedParts(invoice)
    .filter((part) => !isKnownRate(part.rate))
    .map((part) => ({ path: `${part.path}.vat.rate`, facts: { found: part.rate ?? '' } }))
  const ofRows = whereEach(
    invoice.vatBreakdown,
    (index) => `vatBreakdown.${index}.rate`,
    ({ rate }) => !isKnownRate(rate) && { found: rate ?? '' },
  )
  return [...ofParts, ...ofRows]
}

const precedingNumbers = (invoice: Invoice, wrong: (number: string) => boolean) =>
  whereEach(
    invoice.precedingInvoices,
    (index) => `precedingInvoices.${index}.number`,
    ({ number }) => wrong(number) && { found: number },
  )

const tooLong = (number: string): boolean => number.length > MAX_NUMBER_LENGTH
const badCharacters = (number: string): boolean => number !== '' && !NUMBER.test(number)

export const identityRules: readonly Rule[] = [
  {
    id: 'BR-FR-01',
    term: 'BT-1',
    severity: 'fatal',
    path: 'number',
    breaches: ({ number }) => when(tooLong(number), { found: number }),
    fr: 'Le numéro de facture {found} dépasse 35 caractères.',
    en: 'The invoice number {found} is longer than 35 characters.',
  },
  {
    id: 'BR-FR-01',
    term: 'BT-25',
    severity: 'fatal',
    path: 'precedingInvoices',
    breaches: (invoice) => precedingNumbers(invoice, tooLong),
    fr: 'Le numéro de la facture antérieure {found} dépasse 35 caractères.',
    en: 'The number of the preceding invoice {found} is longer than 35 characters.',
  },
  {
    id: 'BR-FR-02',
    term: 'BT-1',
    severity: 'fatal',
    path: 'number',
    breaches: ({ number }) => when(badCharacters(number), { found: number }),
    fr: 'Le numéro de facture {found} ne doit contenir que des lettres sans accent, des chiffres et + - _ /.',
    en: 'The invoice number {found} may hold only unaccented letters, digits and + - _ /.',
  },
  {
    id: 'BR-FR-02',
    term: 'BT-25',
    severity: 'fatal',
    path: 'precedingInvoices',
    breaches: (invoice) => precedingNumbers(invoice, badCharacters),
    fr: 'Le numéro de la facture antérieure {found} ne doit contenir que des lettres sans accent, des chiffres et + - _ /.',
    en: 'The number of the preceding invoice {found} may hold only unaccented letters, digits and + - _ /.',
  },
  {
    id: 'BR-FR-03',
    term: 'BT-2',
    severity: 'fatal',
    path: 'issuedOn',
    breaches: wrongDates,
    fr: 'La date {found} n’existe pas, ou n’est pas entre 2000 et 2099.',
    en: 'The date {found} does not exist, or is not between 2000 and 2099.',
  },
  {
    id: 'BR-FR-04',
    term: 'BT-3',
    severity: 'fatal',
    path: 'typeCode',
    breaches: ({ typeCode }) => when(!TYPE_CODES.has(typeCode), { found: typeCode }),
    fr: 'Le type de document {found} n’est pas admis en France.',
    en: 'The document type {found} is not accepted in France.',
  },
  {
    id: 'BR-FR-08',
    term: 'BT-23',
    severity: 'fatal',
    path: 'frame',
    breaches: ({ frame }) => when(!FRAMES.has(frame), { found: frame }),
    fr: 'Le cadre de facturation « {found} » manque ou n’existe pas : il dit si l’on vend des biens, des services ou les deux.',
    en: 'The invoicing frame “{found}” is missing or unknown: it says whether goods, services or both are sold.',
  },
  {
    id: 'BR-FR-15',
    term: 'BT-151',
    severity: 'fatal',
    path: 'lines',
    breaches: (invoice) =>
      taxedParts(invoice)
        .filter(({ category }) => !VAT_CATEGORIES.has(category))
        .map(({ path, category }) => ({ path: `${path}.vat.category`, facts: { found: category } })),
    fr: 'La catégorie de TVA {found} n’est pas admise en France.',
    en: 'The VAT category {found} is not accepted in France.',
  },
  {
    id: 'BR-FR-16',
    term: 'BT-152',
    severity: 'fatal',
    path: 'lines',
    breaches: wrongRates,
    fr: 'Le taux de TVA de {found} % n’existe pas en France.',
    en: 'There is no VAT rate of {found}% in France.',
  },
]
