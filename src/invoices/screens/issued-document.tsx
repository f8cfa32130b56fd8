/** An issued document: the locked paper, and what can be done with it. */
import { Anchor, Group } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { formatDay, formatRate } from '#core/text'
import { useLocale, useTexts } from '#ui/locale'
import { PageHeader } from '#ui/page-header'
import { useToday } from '#ui/today'
import { DaysLate } from '#ui/day'
import { type Day, daysBetween, isDay } from '#core/day'
import type { Invoice } from './api.tsx'
import { DocumentStatus } from './document-status.tsx'
import classes from './document.module.css'
import { CustomerFacts } from './facts/customer-facts.tsx'
import { Instalments } from './facts/instalments.tsx'
import { Reminder } from './facts/reminder.tsx'
import { Settlements } from './facts/settlements.tsx'
import { Timeline } from './facts/timeline.tsx'
import { IssuedActions } from './issued/issued-actions.tsx'
import { useLogo } from './logo.tsx'
import { FactRow, FactRows } from './paper/fact-rows.tsx'
import { PaperLines } from './paper/lines.tsx'
import { BuyerLines } from './paper/party.tsx'
import { PaymentWords } from './paper/payment-words.tsx'
import { Sheet } from './paper/sheet.tsx'
import { TotalsTable } from './paper/totals.tsx'
import { invoiceRoute } from './routes.tsx'
import { documentTexts } from './texts-document.ts'
import { useVat } from './vat-menu.tsx'

export function IssuedDocument({ invoice }: { invoice: Invoice }) {
  const texts = useTexts(documentTexts)
  const locale = useLocale()
  const vat = useVat()
  const logo = useLogo()
  const today = useToday()
  const { company } = invoiceRoute.useParams()
  const name = invoice.kind === 'invoice' ? texts.invoice : texts.creditNote
  const title = invoice.number === null ? texts.draftInvoice : `${name} ${invoice.number}`
  useDocumentTitle(`${title} · Encours`)
  const buyer = invoice.paper.buyer
  const isPartlySettled = invoice.kind === 'invoice' && invoice.state !== 'draft' && invoice.open !== invoice.totals.total
  return (
    <>
      <div className={classes.head}>
        <PageHeader
          title={title}
          back={
            <Anchor component={Link} to={`/${company}/factures`} size="xs">
              {texts.backToList}
            </Anchor>
          }
          status={
            <Group gap="sm">
              <DocumentStatus kind={invoice.kind} state={invoice.state} />
              <DaysLate days={daysLateOf(invoice, today)} />
            </Group>
          }
          actions={<IssuedActions invoice={invoice} company={company} />}
        />
      </div>
      <div className={classes.page}>
        <Sheet
          kind={invoice.kind}
          number={invoice.number}
          paper={invoice.paper}
          logo={logo}
          buyer={buyer && <BuyerLines buyer={buyer} home={invoice.paper.seller.address.country} />}
          facts={
            <FactRows>
              {invoice.issuedOn && <FactRow label={texts.issuedOn}>{formatDay(invoice.issuedOn, locale, 'long')}</FactRow>}
              {invoice.deliveredOn && <FactRow label={texts.deliveredOn}>{formatDay(invoice.deliveredOn, locale, 'long')}</FactRow>}
              {invoice.creditedInvoice && (
                <FactRow label={texts.corrects}>
                  <Anchor component={Link} to={`/${company}/factures/${invoice.creditedInvoice.id}`}>
                    {invoice.creditedInvoice.number}
                  </Anchor>
                </FactRow>
              )}
              {invoice.orderReference && <FactRow label={texts.orderReference}>{invoice.orderReference}</FactRow>}
              {invoice.buyerReference && <FactRow label={texts.buyerReference}>{invoice.buyerReference}</FactRow>}
            </FactRows>
          }
          lines={<PaperLines lines={invoice.lines} vat={vat} />}
          note={invoice.note && <p>{invoice.note}</p>}
          payment={invoice.kind === 'invoice' && <PaymentWords paper={invoice.paper} instalments={invoice.instalments} />}
          totals={
            <TotalsTable
              totals={{
                net: invoice.totals.net,
                total: invoice.totals.total,
                groups: invoice.totals.groups.map((group) => ({
                  key: `${group.category} ${group.rate} ${group.wording}`,
                  label: group.category === 'S' ? texts.vatAt(formatRate(group.rate, locale)) : (group.wording ?? texts.vat),
                  base: group.net,
                  vat: group.vat,
                })),
                ...(isPartlySettled && { open: invoice.open }),
              }}
            />
          }
          mentions={invoice.mentions}
        />
        <aside className={classes.facts} data-issued aria-label={texts.factsOfDocument}>
          <DocumentFacts invoice={invoice} company={company} />
        </aside>
      </div>
    </>
  )
}

/** The facts beside the paper, also shown in the panel of the list. */
export function DocumentFacts({ company, invoice }: { invoice: Invoice; company: string }) {
  return (
    <>
      <Settlements invoice={invoice} company={company} />
      {invoice.kind === 'invoice' && invoice.instalments.length > 0 && <Instalments instalments={invoice.instalments} />}
      {invoice.customer && invoice.customerId !== null && (
        <CustomerFacts company={company} customerId={invoice.customerId} name={invoice.customerName} standing={invoice.customer} />
      )}
      {invoice.kind === 'invoice' && (invoice.state === 'open' || invoice.state === 'late') && <Reminder invoiceId={invoice.id} />}
      <Timeline invoiceId={invoice.id} />
    </>
  )
}

/** Days since the first instalment still open fell due. */
function daysLateOf(invoice: Invoice, today: Day): number {
  if (invoice.state !== 'late') return 0
  const since = invoice.instalments.find(({ open }) => open !== '0.00')?.dueOn
  return since && isDay(since) ? daysBetween(since, today) : 0
}
