/** Invoices with the part of the line put on each, what is left over, and a place to add another. */
import { CloseButton, Text } from '@mantine/core'
import { formatMoney } from '#core/text'
import { DayText } from '#ui/day'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { MoneyInput } from '#ui/number-input'
import { SearchCombobox } from '#ui/search-combobox'
import { type Candidate, reconciliation, type WorkLine } from './api.tsx'
import { Closing } from './closing.tsx'
import classes from './draft-editor.module.css'
import { type Draft, type DraftShare, leftOn, restOf, withInvoice } from './rules/draft.ts'
import { bankTexts } from './texts.ts'

type Props = { line: WorkLine; draft: Draft; onChange: (draft: Draft) => void }

export function DraftEditor({ line, draft, onChange }: Props) {
  const texts = useTexts(bankTexts)
  const setAmount = (invoiceId: string, amount: string) =>
    onChange({ ...draft, shares: draft.shares.map((share) => (share.invoiceId === invoiceId ? { ...share, amount } : share)) })
  const remove = (invoiceId: string) => onChange({ ...draft, shares: draft.shares.filter((share) => share.invoiceId !== invoiceId) })
  return (
    <div className={classes.editor}>
      {draft.shares.map((share) => (
        <div key={share.invoiceId} className={classes.share}>
          <div className={classes.words}>
            <span className={classes.number}>{share.number}</span>
            <Standing share={share} severalCustomers={new Set(draft.shares.map(({ customerId }) => customerId)).size > 1} />
          </div>
          <MoneyInput
            aria-label={texts.amountOn(share.number)}
            w={124}
            value={share.amount}
            onChange={(amount) => setAmount(share.invoiceId, amount)}
          />
          <CloseButton aria-label={texts.remove(share.number)} onClick={() => remove(share.invoiceId)} />
        </div>
      ))}
      <AddInvoice line={line} draft={draft} onChange={onChange} />
      {draft.reason === undefined && <Rest line={line} draft={draft} />}
      <Closing line={line} draft={draft} onChange={onChange} />
    </div>
  )
}

function Standing({ share, severalCustomers }: { share: DraftShare; severalCustomers: boolean }) {
  const texts = useTexts(bankTexts)
  const locale = useLocale()
  const left = leftOn(share)
  return (
    <span className={classes.standing}>
      {severalCustomers && `${share.customerName} · `}
      {texts.dueOf} <DayText day={share.dueOn} /> · {texts.openOf} <Money value={share.open} />
      {left > 0n && <span className={classes.left}> · {texts.leftOpen(formatMoney(left, locale))}</span>}
    </span>
  )
}

type Found =
  | { readonly id: string; readonly invoice: Candidate }
  | { readonly id: string; readonly customer: { readonly id: string; readonly name: string } }

function AddInvoice({ line, draft, onChange }: Props) {
  const texts = useTexts(bankTexts)
  const search = async (typed: string, signal: AbortSignal): Promise<Found[]> => {
    const near = typed === '' && draft.customer ? { customerId: draft.customer.id } : {}
    const { customers, invoices } = await reconciliation.candidates.call({ search: typed, ...near }, { signal })
    const open = invoices.filter(({ id }) => !draft.shares.some((share) => share.invoiceId === id))
    return [
      ...open.map((invoice) => ({ id: invoice.id, invoice })),
      ...customers.map((customer) => ({ id: `customer ${customer.id}`, customer })),
    ]
  }
  const take = (found: Found) => {
    if ('customer' in found) return onChange({ ...draft, customer: found.customer })
    const { customerId, customerName, dueOn, id, number, open } = found.invoice
    return onChange(withInvoice(draft, { invoiceId: id, number, customerId, customerName, dueOn, open }, line.amount))
  }
  return (
    <SearchCombobox<Found>
      label={texts.findInvoice}
      placeholder={texts.findPlaceholder}
      queryKey={[...reconciliation.candidates.key(), draft.customer?.id, draft.shares.length]}
      search={search}
      idOf={({ id }) => id}
      onChoose={take}
      render={(found) =>
        'customer' in found ? (
          <Text>{draft.shares.length === 0 ? texts.keepForCustomer(found.customer.name) : texts.keptFor(found.customer.name)}</Text>
        ) : (
          <span className={classes.found}>
            <span>
              <span className={classes.number}>{found.invoice.number}</span> {found.invoice.customerName}
            </span>
            <Money value={found.invoice.open} />
          </span>
        )
      }
    />
  )
}

function Rest({ line, draft }: { line: WorkLine; draft: Draft }) {
  const texts = useTexts(bankTexts)
  const rest = restOf(line.amount, draft.shares)
  const words = rest < 0n ? texts.tooMuch : draft.customer ? texts.creditOf(draft.customer.name) : texts.rest
  if (rest === 0n) return <div className={classes.done}>{texts.noRest}</div>
  return (
    <div className={classes.rest} data-wrong={rest < 0n || undefined}>
      <span>{words}</span>
      <Money value={rest} strong />
    </div>
  )
}
