/** Money out: a payment that the bank takes back, or a customer’s credit given back. Proposed with reasons, or chosen by hand. */
import { Button, Radio, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { formatMoney } from '#core/text'
import { DayText } from '#ui/day'
import { usePageKeys } from '#ui/keys'
import { useLocale, useTexts } from '#ui/locale'
import { notifyDone } from '#ui/notify'
import { useSave } from '#ui/save'
import { SearchCombobox } from '#ui/search-combobox'
import { reconciliation, touchedByMatching, type WorkLine } from './api.tsx'
import classes from './decide.module.css'
import editor from './draft-editor.module.css'
import { ProposalFace } from './proposal-face.tsx'
import { bankTexts } from './texts.ts'
import { moneyOutTexts } from './texts-money-out.ts'

const REFUND = 'refund by hand'

type Props = { line: WorkLine; onAct: () => void; onDone: (sentence: string, undoable: boolean) => void }
type Customer = { readonly id: string; readonly name: string }

export function DecideOut({ line, onAct, onDone }: Props) {
  const texts = useTexts(bankTexts)
  const words = useTexts(moneyOutTexts)
  const locale = useLocale()
  const { data } = useQuery(reconciliation.returnable.queryOptions({ input: { lineId: line.id } }))
  const proposed = new Set(line.proposals.flatMap(({ payments }) => payments.map(({ id }) => id)))
  const others = (data?.payments ?? []).filter(({ id }) => !proposed.has(id))
  const [chosen, setChosen] = useState<string | undefined>(line.proposals[0]?.id)
  const [customer, setCustomer] = useState<Customer | undefined>()
  const proposal = line.proposals.find(({ id }) => id === chosen)
  const payment = others.find(({ id }) => id === chosen)
  const name = proposal?.customerName ?? payment?.customerName ?? customer?.name ?? ''
  const amount = formatMoney(line.amount.replace('-', ''), locale)
  const options = {
    refreshes: touchedByMatching,
    onSaved: () =>
      onDone(proposal?.kind === 'refund' || chosen === REFUND ? words.refunded(amount, name) : words.takenBackByBank(amount, name), true),
  }
  const accept = useSave(reconciliation.accept.mutationOptions(), options)
  const takeBack = useSave(reconciliation.takeBack.mutationOptions(), options)
  const refund = useSave(reconciliation.refund.mutationOptions(), options)
  const refuse = useSave(reconciliation.refuse.mutationOptions(), {
    refreshes: [reconciliation.key()],
    onSaved: () => notifyDone(texts.refused),
  })
  const busy = accept.saving || takeBack.saving || refund.saving
  const ready = proposal !== undefined || payment !== undefined || (chosen === REFUND && customer !== undefined)
  const submit = () => {
    if (!ready || busy) return
    onAct()
    if (proposal) accept.save({ lineId: line.id, proposalId: proposal.id })
    else if (payment) takeBack.save({ lineId: line.id, paymentId: payment.id })
    else if (customer) refund.save({ lineId: line.id, customerId: customer.id })
  }
  usePageKeys(ready ? [{ key: 'Enter', label: texts.keyAccept, run: submit }] : [])
  return (
    <section className={classes.decide} aria-label={texts.proposals}>
      {line.proposals.length === 0 && (
        <Text c="dimmed" mb="md">
          {words.isOut}
        </Text>
      )}
      <Radio.Group value={chosen ?? ''} onChange={setChosen} aria-label={texts.proposals}>
        {line.proposals.map((each) => (
          <Option key={each.id} value={each.id} chosen={chosen}>
            <span className={editor.words}>
              <Text span c="dimmed" size="sm">
                {words.outKinds[each.kind === 'refund' ? 'refund' : 'returned']}
              </Text>
              <ProposalFace proposal={each} opened={false} />
            </span>
          </Option>
        ))}
        {others.map((each) => (
          <Option key={each.id} value={each.id} chosen={chosen}>
            <span className={editor.words}>
              {words.takesBack(each.customerName)}
              <span className={editor.standing}>
                <DayText day={each.paidOn} /> {each.invoices.length > 0 && `· ${each.invoices.join(', ')}`}
              </span>
            </span>
          </Option>
        ))}
        <Option value={REFUND} chosen={chosen}>
          <span className={classes.byHand}>{words.refundCustomer}</span>
        </Option>
      </Radio.Group>
      {chosen === REFUND && <ChooseCustomer customer={customer} onChoose={setCustomer} />}
      <div className={classes.acts}>
        <Button onClick={submit} disabled={!ready} loading={busy}>
          {texts.accept}
        </Button>
        {proposal && (
          <Button variant="default" loading={refuse.saving} onClick={() => refuse.save({ lineId: line.id, proposalId: proposal.id })}>
            {texts.refuse}
          </Button>
        )}
      </div>
    </section>
  )
}

function Option({ value, chosen, children }: { value: string; chosen: string | undefined; children: ReactNode }) {
  return (
    <div className={classes.option} data-chosen={value === chosen || undefined}>
      <Radio.Card value={value} className={classes.card ?? ''}>
        <Radio.Indicator className={classes.dot ?? ''} />
        {children}
      </Radio.Card>
    </div>
  )
}

function ChooseCustomer({ customer, onChoose }: { customer: Customer | undefined; onChoose: (customer: Customer) => void }) {
  const words = useTexts(moneyOutTexts)
  const search = async (typed: string, signal: AbortSignal) =>
    (await reconciliation.candidates.call({ search: typed }, { signal })).customers
  return (
    <div className={editor.editor}>
      {customer && <Text>{words.refundTo(customer.name)}</Text>}
      <SearchCombobox<Customer>
        label={words.refundWhom}
        placeholder={words.refundWhom}
        queryKey={[...reconciliation.candidates.key(), 'refund']}
        search={search}
        idOf={({ id }) => id}
        onChoose={onChoose}
        render={({ name }) => name}
      />
    </div>
  )
}
