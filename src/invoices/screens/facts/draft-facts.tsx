/** What one should know while writing: what the customer owes already, when money will come, what would still be refused. */
import { useTexts } from '#ui/locale'
import { Section } from '#ui/facts'
import type { Draft } from '../editor/use-draft.tsx'
import { documentTexts } from '../texts-document.ts'
import { CustomerFacts } from './customer-facts.tsx'
import { Instalments } from './instalments.tsx'
import { Complaints, Verdict } from './verdict.tsx'
import { Timeline } from './timeline.tsx'

export function DraftFacts({ company, draft }: { draft: Draft; company: string }) {
  const texts = useTexts(documentTexts)
  const { invoice } = draft
  const isReady = invoice !== undefined && invoice.customerId !== null && invoice.lines.length > 0
  const places = { company, customerId: draft.values.customerId, placeOf: draft.placeOf, onGo: draft.goTo }
  return (
    <>
      {invoice?.customer && invoice.customerId !== null && (
        <CustomerFacts company={company} customerId={invoice.customerId} name={invoice.customerName} standing={invoice.customer} />
      )}
      {invoice && invoice.kind === 'invoice' && invoice.instalments.length > 0 && <Instalments instalments={invoice.instalments} />}
      <Section title={texts.eInvoice}>
        <Verdict failures={isReady ? invoice.failures : undefined} {...places} />
      </Section>
      {invoice && invoice.warnings.length > 0 && (
        <Section title={texts.toCheck}>
          <Complaints complaints={invoice.warnings} {...places} />
        </Section>
      )}
      {invoice && <Timeline invoiceId={invoice.id} />}
    </>
  )
}
