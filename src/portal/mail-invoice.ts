import { documentOfInvoice } from '#archive'
import { type CompanyRow, loadCompany } from '#company'
import { contactsOf } from '#customers'
import { Refusal } from '#core/refusal'
import { formatDay, formatMoney, textsOf } from '#core/text'
import { billingContact, invoiceSendWished, invoiceSent } from '#invoices'
import { enqueueMail, layoutMail, type MailBlock, mailSender } from '#mail'
import type { WriteContext } from '#platform/context'
import type { DomainEvent } from '#platform/events'
import { type HostedDocument, loadHostedDocument } from './hosted-document.ts'
import type { Outgoing } from './links.ts'
import { standingOf } from './rules/standing.ts'
import { texts } from './texts.ts'

type Wished = Parameters<typeof invoiceSendWished>[1]

/** Mails an issued document to the customer, in the customer's language: what is due first, one link, the archived PDF joined. */
export function mailInvoice({ leaves, links }: Outgoing) {
  return async (context: WriteContext, { about, facts }: DomainEvent<Wished>): Promise<void> => {
    const { invoiceId } = about
    if (invoiceId === undefined) throw new Error('a wish to send names its document')
    const hosted = await loadHostedDocument(context, invoiceId)
    const to = await addressesOf(context, hosted, facts.to)
    const archived = await documentOfInvoice(context, invoiceId)
    if (!archived) throw new Refusal('document_being_drawn', { status: 409 })
    const link = links(context.companyId, { id: invoiceId, issuedOn: hosted.document.issuedOn }, context.today)
    const subjectAndBody = composeInvoiceMail(hosted, await loadCompany(context), link, context)
    await enqueueMail(context, {
      kind: hosted.kind,
      to,
      ...subjectAndBody,
      about: { invoiceId, customerId: hosted.customerId },
      attachments: [{ fileName: archived.file_name, sha256: archived.sha256 }],
    })
    context.record(invoiceSent({ invoiceId, customerId: hosted.customerId }, { number: facts.number, to, leaves }))
  }
}

async function addressesOf(context: WriteContext, hosted: HostedDocument, wished: readonly string[] | null): Promise<readonly string[]> {
  if (wished !== null && wished.length > 0) return wished
  const email = billingContact(await contactsOf(context, hosted.customerId))?.email
  if (!email) throw new Refusal('customer_without_email', { facts: { customer: hosted.customerName } })
  return [email]
}

function composeInvoiceMail(hosted: HostedDocument, company: CompanyRow, link: string, { today }: WriteContext) {
  const { document, kind, locale } = hosted
  const words = textsOf(texts, locale)
  const { mail } = words
  const money = (amount: Parameters<typeof formatMoney>[0]): string => formatMoney(amount, locale, document.currency)
  const standing = standingOf(hosted.parts, hosted.settlements, today)
  const toPay = kind === 'invoice' && standing.dueOn !== undefined
  const subject = (kind === 'credit_note' ? mail.creditSubject : mail.subject)(document.number, money(document.totals.gross), company.name)
  const figure: MailBlock =
    standing.dueOn !== undefined && toPay
      ? {
          kind: 'figure',
          label: words.toPay,
          value: money(standing.askCents),
          detail:
            standing.dueOn < today
              ? words.lateSince(formatDay(standing.dueOn, locale, 'long'), standing.daysLate)
              : words.dueOn(formatDay(standing.dueOn, locale, 'long')),
        }
      : { kind: 'figure', label: kind === 'credit_note' ? words.credit : words.gross, value: money(document.totals.gross) }
  const opening = kind === 'credit_note' ? mail.creditNote : toPay ? mail.invoice : mail.paid
  const button = kind === 'credit_note' ? mail.openCredit : toPay ? mail.open : mail.openPaid
  return layoutMail({
    locale,
    subject,
    sender: mailSender(company),
    blocks: [
      figure,
      { kind: 'paragraph', text: `${mail.hello}\n${opening(document.number)}` },
      { kind: 'button', label: button, href: link },
      ...(toPay ? [{ kind: 'paragraph' as const, text: mail.openHint }] : []),
      { kind: 'paragraph', text: mail.thanks },
    ],
  })
}
