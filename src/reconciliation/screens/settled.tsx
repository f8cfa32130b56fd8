/** A line that is done: what was made of it and why, and the way back. */
import { Anchor, Button, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Section } from '#ui/facts'
import { usePageKeys } from '#ui/keys'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { useSave } from '#ui/save'
import { useCan } from '#ui/session'
import { StatusBadge } from '#ui/status'
import { type Match, reconciliation, touchedByMatching, type WorkLine } from './api.tsx'
import { EvidenceList } from './proposal-face.tsx'
import { bankRoute } from './routes.tsx'
import classes from './settled.module.css'
import { bankTexts } from './texts.ts'
import { moneyOutTexts } from './texts-money-out.ts'

type Props = { line: WorkLine; onAct: () => void; onDone: (sentence: string, undoable: boolean) => void }

export function Settled({ line, match, onAct, onDone }: Props & { match: Match }) {
  const texts = useTexts(bankTexts)
  const words = useTexts(moneyOutTexts)
  const { company } = bankRoute.useParams()
  const mayWrite = useCan('reconciliation:write')
  const { save, saving } = useSave(reconciliation.undo.mutationOptions(), {
    refreshes: touchedByMatching,
    onSaved: () => onDone(texts.undone, false),
  })
  const undo = () => {
    onAct()
    save({ lineId: line.id })
  }
  usePageKeys(mayWrite ? [{ key: 'u', label: texts.keyUndo, run: undo }] : [])
  return (
    <>
      <Section
        title={texts.matchedBecause}
        action={<StatusBadge meaning="paid">{match.origin === 'automatic' ? texts.automatic : texts.manual}</StatusBadge>}
      >
        <EvidenceList evidence={match.evidence} />
      </Section>
      {match.payments.map((payment) => (
        <Section
          key={payment.id}
          title={payment.returned ? `${payment.customerName} · ${words.takesBackPayment}` : payment.customerName}
          action={
            <Anchor component={Link} to={`/${company}/paiements?panel=${payment.id}`}>
              {texts.seePayment}
            </Anchor>
          }
        >
          <ul className={classes.invoices} aria-label={texts.paidInvoices}>
            {payment.invoices.map((invoice) => (
              <li key={invoice.number} className={classes.row}>
                {invoice.invoiceId === null ? (
                  invoice.number
                ) : (
                  <Anchor component={Link} to={`/${company}/factures/${invoice.invoiceId}`}>
                    {invoice.number}
                  </Anchor>
                )}
                <Money value={invoice.amount} />
              </li>
            ))}
            {payment.differences.map(({ amount, kind }) => (
              <li key={kind} className={classes.row}>
                <Text c="dimmed">{texts.differences[kind]}</Text>
                <Money value={amount} />
              </li>
            ))}
            {payment.fee !== '0.00' && (
              <li className={classes.row}>
                <Text c="dimmed">{texts.providerFee}</Text>
                <Money value={payment.fee} />
              </li>
            )}
            {payment.open !== '0.00' && (
              <li className={classes.row}>
                <Text c="dimmed">{texts.keptCredit}</Text>
                <Money value={payment.open} />
              </li>
            )}
          </ul>
        </Section>
      ))}
      {mayWrite && (
        <Button variant="default" mt="md" onClick={undo} loading={saving}>
          {texts.undo}
        </Button>
      )}
    </>
  )
}
