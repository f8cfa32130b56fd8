/** A proposal read at a glance: whose, which invoices, and why. */
import { IconCheck } from '@tabler/icons-react'
import { DayText } from '#ui/day'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { StatusBadge } from '#ui/status'
import type { Match, Proposal } from './api.tsx'
import classes from './proposal-face.module.css'
import { bankTexts } from './texts.ts'

/** More numbers than these are counted, not listed. */
const NUMBERS_SHOWN = 3

/** `opened`: its invoices stand below with their amounts. */
export function ProposalFace({ proposal, opened }: { proposal: Proposal; opened: boolean }) {
  const texts = useTexts(bankTexts)
  const shares = opened ? [] : proposal.shares
  const name = proposal.customerName || texts.severalCustomers
  return (
    <span className={classes.face}>
      <span className={classes.title}>
        {proposal.kind === 'credit' ? texts.creditOf(name) : name}
        {proposal.certain && <StatusBadge meaning="paid">{texts.certain}</StatusBadge>}
      </span>
      <span className={classes.what}>
        {shares.slice(0, NUMBERS_SHOWN).map((share) => (
          <span key={share.invoiceId} className={classes.number}>
            {share.number}
          </span>
        ))}
        {shares.length > NUMBERS_SHOWN && <span>+ {shares.length - NUMBERS_SHOWN}</span>}
        {proposal.payments.map((payment) => (
          <span key={payment.id} className={classes.number}>
            <DayText day={payment.paidOn} /> · <Money value={payment.amount} />
          </span>
        ))}
      </span>
      <EvidenceList evidence={proposal.evidence} />
    </span>
  )
}

export function EvidenceList({ evidence }: { evidence: Match['evidence'] }) {
  return (
    <span className={classes.evidence}>
      {evidence.map(({ code, sentence }) => (
        <span key={`${code} ${sentence}`} className={classes.reason}>
          <IconCheck size={14} stroke={2} aria-hidden />
          {sentence}
        </span>
      ))}
    </span>
  )
}
