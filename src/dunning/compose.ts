/** The words of a reminder: courteous, complete, easy to act on. Never a threat, never a word about anyone else. */
import type { CompanyRow } from '#company'
import type { Day } from '#core/day'
import { formatIban } from '#core/identifiers'
import { formatDay, formatMoney, textsOf } from '#core/text'
import { layoutMail, type MailBlock, mailSender } from '#mail'
import type { HostedLinks } from '#portal'
import { type OpenInstalment, totalOf } from './rules/decide.ts'
import type { ChasedCustomer } from './store.ts'
import { texts } from './texts.ts'

type Reminder = {
  readonly company: CompanyRow
  readonly customer: ChasedCustomer
  readonly listed: readonly OpenInstalment[]
  readonly links: HostedLinks
  readonly today: Day
}

export function composeReminder({ company, customer, links, listed, today }: Reminder): { subject: string; text: string; html: string } {
  const { locale } = customer
  const words = textsOf(texts, locale).mail
  const numbers = [...new Set(listed.map(({ number }) => number))]
  const total = formatMoney(totalOf(listed), locale)
  const linkOf = ({ invoiceId, issuedOn }: OpenInstalment): string => links(company.id, { id: invoiceId, issuedOn }, today)
  const [oldest] = listed
  if (!oldest) throw new Error('a reminder lists something late')
  const alone = numbers.length === 1
  return layoutMail({
    locale,
    subject: words.subject(total, numbers),
    sender: mailSender(company),
    blocks: [
      { kind: 'figure', label: words.toPay, value: total, detail: words.lateSince(formatDay(oldest.dueOn, locale, 'long')) },
      { kind: 'paragraph', text: `${words.hello}\n${words.opening(numbers.length)}` },
      {
        kind: 'table',
        head: words.head,
        rows: listed.map((instalment) => ({
          cells: [instalment.number, formatDay(instalment.dueOn, locale), formatMoney(instalment.openCents, locale)],
          href: linkOf(instalment),
        })),
      },
      ...(customer.unallocatedCents > 0n ? [paragraph(words.unallocated(formatMoney(customer.unallocatedCents, locale)))] : []),
      ...(alone ? [{ kind: 'button' as const, label: words.open, href: linkOf(oldest) }] : [paragraph(words.links)]),
      ...bankDetails(company, numbers, words),
      paragraph(words.closing),
      paragraph(words.thanks),
    ],
  })
}

const paragraph = (text: string): MailBlock => ({ kind: 'paragraph', text })

function bankDetails({ bic, iban }: CompanyRow, numbers: readonly string[], words: typeof texts.fr.mail): MailBlock[] {
  if (iban === null) return []
  const rows = [
    { label: words.iban, value: formatIban(iban) },
    ...(bic === null ? [] : [{ label: words.bic, value: bic }]),
    { label: words.quote, value: numbers.join(' ') },
  ]
  return [{ kind: 'facts', rows }]
}
