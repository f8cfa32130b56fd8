/** How CII writes a date, and the periods that are not there. */
import type { XmlElement } from '../../../xml/read.ts'
import { type BindingRule, childNamed } from '../binding-rule.ts'

/** A date of CII is one when it says its format, 102, and eight digits. */
const isWritten = (dateTime: XmlElement | undefined): boolean =>
  dateTime?.children.some((text) => text.name === 'DateTimeString' && text.attributes['format'] === '102') ?? false

const emptyPeriodRule = (id: string, term: string, at: string, fr: string, en: string): BindingRule => ({
  id,
  term,
  severity: 'fatal',
  at: [at],
  breaks: (period) => !childNamed(period, 'StartDateTime') && !childNamed(period, 'EndDateTime'),
  found: () => '',
  fr,
  en,
})

const periodRule = (id: string, term: string, at: string, fr: string, en: string): BindingRule => ({
  id,
  term,
  severity: 'fatal',
  at: [at],
  breaks: (period) => {
    const [from, to] = [childNamed(period, 'StartDateTime'), childNamed(period, 'EndDateTime')]
    return from !== undefined && to !== undefined && !(isWritten(from) && isWritten(to))
  },
  found: () => '',
  fr,
  en,
})

export const dateRules: readonly BindingRule[] = [
  emptyPeriodRule(
    'BR-CO-19',
    'BG-14',
    'ApplicableHeaderTradeSettlement/BillingSpecifiedPeriod',
    'La période facturée n’a ni début ni fin.',
    'The invoiced period has neither a start nor an end.',
  ),
  emptyPeriodRule(
    'BR-CO-20',
    'BG-26',
    'SpecifiedLineTradeSettlement/BillingSpecifiedPeriod',
    'La période d’une ligne n’a ni début ni fin.',
    'The period of a line has neither a start nor an end.',
  ),
  periodRule(
    'BR-29',
    'BT-74',
    'ApplicableHeaderTradeSettlement/BillingSpecifiedPeriod',
    'Une date de la période facturée n’est pas écrite AAAAMMJJ (format 102).',
    'A date of the invoiced period is not written YYYYMMDD (format 102).',
  ),
  periodRule(
    'BR-30',
    'BT-135',
    'SpecifiedLineTradeSettlement/BillingSpecifiedPeriod',
    'Une date de la période d’une ligne n’est pas écrite AAAAMMJJ (format 102).',
    'A date of the period of a line is not written YYYYMMDD (format 102).',
  ),
  {
    id: 'BR-03',
    term: 'BT-2',
    severity: 'fatal',
    at: ['ExchangedDocument/IssueDateTime'],
    breaks: (date) => !isWritten(date),
    found: () => '',
    fr: 'La date de la facture n’est pas écrite AAAAMMJJ (format 102).',
    en: 'The date of the invoice is not written YYYYMMDD (format 102).',
  },
  {
    id: 'CII-DT-097',
    term: 'BT-2',
    severity: 'fatal',
    at: ['DateTimeString'],
    breaks: ({ text, attributes }, _, ancestors) =>
      attributes['format'] === '102' && !/^\s*\d{8}\s*$/.test(text) && ancestors.at(-1)?.name !== 'FormattedIssueDateTime',
    fr: 'La date « {found} » n’est pas écrite AAAAMMJJ.',
    en: 'The date “{found}” is not written YYYYMMDD.',
  },
]
