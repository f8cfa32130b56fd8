/** A line that waits: proposals with their reasons, amounts to correct, or invoices chosen by hand. Enter does it. */
import { Button, Radio, Text } from '@mantine/core'
import { useState } from 'react'
import { formatMoney } from '#core/text'
import { usePageKeys } from '#ui/keys'
import { useLocale, useTexts } from '#ui/locale'
import { notifyDone } from '#ui/notify'
import { useSave } from '#ui/save'
import { type Proposal, reconciliation, touchedByMatching, type WorkLine } from './api.tsx'
import classes from './decide.module.css'
import { DraftEditor } from './draft-editor.tsx'
import { ProposalFace } from './proposal-face.tsx'
import { type Draft, differencesOf, isReady } from './rules/draft.ts'
import { SetAside } from './set-aside.tsx'
import { bankTexts } from './texts.ts'

const BY_HAND = 'by-hand'

type Props = {
  line: WorkLine
  /** Called when something was asked for, and when it is done with what to say of it and whether it can be undone. */
  onAct: () => void
  onDone: (sentence: string, undoable: boolean) => void
}

export function Decide({ line, onAct, onDone }: Props) {
  const texts = useTexts(bankTexts)
  const locale = useLocale()
  const [chosen, setChosen] = useState(line.proposals[0]?.id ?? BY_HAND)
  const [draft, setDraft] = useState(() => draftOf(line.proposals[0]))
  const proposal = line.proposals.find(({ id }) => id === chosen)
  const done = () => onDone(texts.accepted(formatMoney(line.amount, locale), proposal?.customerName ?? draft.customer?.name ?? ''), true)
  const accept = useSave(reconciliation.accept.mutationOptions(), { refreshes: touchedByMatching, onSaved: done })
  const byHand = useSave(reconciliation.matchByHand.mutationOptions(), { refreshes: touchedByMatching, onSaved: done })
  const refuse = useSave(reconciliation.refuse.mutationOptions(), {
    refreshes: [reconciliation.key()],
    onSaved: () => notifyDone(texts.refused),
  })
  const busy = accept.saving || byHand.saving || refuse.saving
  const ready = proposal?.kind === 'typed' || isReady(draft, line.amount)

  const choose = (id: string) => {
    setChosen(id)
    setDraft(draftOf(line.proposals.find((each) => each.id === id)))
  }
  const submit = () => {
    if (!ready || busy) return
    onAct()
    const shares = draft.shares.map(({ amount, invoiceId }) => ({ invoiceId, amount }))
    const differences = differencesOf(draft, line.amount)
    if (proposal?.kind === 'typed') accept.save({ lineId: line.id, proposalId: proposal.id })
    else if (proposal && isOf(proposal, draft)) accept.save({ lineId: line.id, proposalId: proposal.id, shares, differences })
    else byHand.save({ lineId: line.id, shares, differences, ...(draft.customer && { customerId: draft.customer.id }) })
  }
  const dismiss = () => proposal && !busy && refuse.save({ lineId: line.id, proposalId: proposal.id })
  usePageKeys([
    { key: 'Enter', label: texts.keyAccept, run: submit },
    ...(proposal ? [{ key: 'r', label: texts.keyRefuse, run: dismiss }] : []),
  ])

  return (
    <section className={classes.decide} aria-label={texts.proposals}>
      {line.proposals.length === 0 && (
        <Text c="dimmed" mb="md">
          {texts.noProposal}
        </Text>
      )}
      <Radio.Group value={chosen} onChange={choose} aria-label={texts.proposals}>
        {line.proposals.map((each) => (
          <div key={each.id} className={classes.option} data-chosen={each.id === chosen || undefined}>
            <Radio.Card value={each.id} className={classes.card ?? ''}>
              <Radio.Indicator className={classes.dot ?? ''} />
              <ProposalFace proposal={each} opened={each.id === chosen} />
            </Radio.Card>
            {each.id === chosen && each.kind !== 'typed' && <DraftEditor line={line} draft={draft} onChange={setDraft} />}
            {each.id === chosen && each.kind === 'typed' && <Text c="dimmed">{texts.typedPayment}</Text>}
          </div>
        ))}
        <div className={classes.option} data-chosen={chosen === BY_HAND || undefined}>
          {line.proposals.length > 0 && (
            <Radio.Card value={BY_HAND} className={classes.card ?? ''}>
              <Radio.Indicator className={classes.dot ?? ''} />
              <span className={classes.byHand}>{texts.byHand}</span>
            </Radio.Card>
          )}
          {chosen === BY_HAND && <DraftEditor line={line} draft={draft} onChange={setDraft} />}
        </div>
      </Radio.Group>
      <div className={classes.acts}>
        <Button onClick={submit} disabled={!ready} loading={accept.saving || byHand.saving}>
          {texts.accept}
        </Button>
        {proposal && (
          <Button variant="default" onClick={dismiss} loading={refuse.saving}>
            {texts.refuse}
          </Button>
        )}
        <SetAside line={line} onAct={onAct} onDone={onDone} />
      </div>
    </section>
  )
}

/** Only invoices of the proposal, with whatever amounts: its reasons still hold. */
const isOf = (proposal: Proposal, draft: Draft): boolean => {
  const same = draft.shares.every(({ invoiceId }) => proposal.shares.some((share) => share.invoiceId === invoiceId))
  return same && (draft.shares.length > 0 || proposal.kind === 'credit')
}

function draftOf(proposal: Proposal | undefined): Draft {
  if (!proposal || proposal.customerId === null) return { shares: [], customer: undefined }
  const customer = { id: proposal.customerId, name: proposal.customerName }
  return { customer, shares: proposal.shares.map((share) => ({ ...share, customerId: customer.id, customerName: customer.name })) }
}
