/** What is left to pay, what came in against it, and the payment one has just received. */
import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { DayText } from '#ui/day'
import { Fact, Facts, Section } from '#ui/facts'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { useCan } from '#ui/session'
import type { Invoice } from '../api.tsx'
import { RecordPayment } from '../issued/record-payment.tsx'
import { documentTexts } from '../texts-document.ts'
import classes from './facts.module.css'
import { MoneyThere } from './money-there.tsx'

export function Settlements({ company, invoice }: { invoice: Invoice; company: string }) {
  const texts = useTexts(documentTexts)
  const mayRecord = useCan('payments:write')
  const isInvoice = invoice.kind === 'invoice'
  const canBePaid = mayRecord && isInvoice && invoice.open !== '0.00' && invoice.customerId !== null
  return (
    <Section title={isInvoice ? texts.payment : texts.use}>
      <Facts>
        <Fact label={isInvoice ? texts.leftToPay : texts.leftToUse}>
          <Money value={invoice.open.replace('-', '')} strong />
        </Fact>
      </Facts>
      <ul className={classes.rows}>
        {invoice.settlements.map((settlement) => (
          <li key={settlement.id} className={classes.row}>
            <span>
              <SettlementName settlement={settlement} company={company} />
              <span className={classes.quiet}>
                {' '}
                <DayText day={settlement.on} />
                {settlement.automatic && ` · ${texts.automatic}`}
              </span>
            </span>
            <Money value={settlement.amount} />
          </li>
        ))}
        {invoice.creditNotes
          .filter(({ number }) => number === null)
          .map((note) => (
            <li key={note.id} className={classes.row}>
              <Anchor component={Link} to={`/${company}/factures/${note.id}`}>
                {texts.draftCreditNote}
              </Anchor>
              <Money value={note.total} />
            </li>
          ))}
      </ul>
      {canBePaid && invoice.customerId !== null && <MoneyThere customerId={invoice.customerId} invoice={invoice} />}
      {canBePaid && <RecordPayment invoice={invoice} />}
    </Section>
  )
}

function SettlementName({ company, settlement }: { settlement: Invoice['settlements'][number]; company: string }) {
  const texts = useTexts(documentTexts)
  if (settlement.documentId !== null) {
    const word = settlement.kind === 'credit_note' ? texts.creditNote : texts.invoice
    return (
      <Anchor component={Link} to={`/${company}/factures/${settlement.documentId}`}>
        {word} {settlement.reference}
      </Anchor>
    )
  }
  if (settlement.paymentId === null) return <span>{settlement.reference}</span>
  return (
    <Anchor component={Link} to={`/${company}/paiements?panel=${settlement.paymentId}`}>
      {texts.paymentReceived}
    </Anchor>
  )
}
