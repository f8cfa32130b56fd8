/** To what accounts a line goes that is no customer's money: one, or several that add up, VAT apart. */
import { Anchor, Button, CloseButton, Select, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { formatMoney, formatRate } from '#core/text'
import { useLocale, useTexts } from '#ui/locale'
import { MoneyInput } from '#ui/number-input'
import { useSave } from '#ui/save'
import { AccountChoice } from './account-choice.tsx'
import { reconciliation, touchedByMatching, type WorkLine } from './api.tsx'
import classes from './booking-form.module.css'
import { refusedAt } from './refused-at.tsx'
import { bankRoute } from './routes.tsx'
import {
  firstPart,
  leftToPart,
  type PartDraft,
  partsReady,
  sizeOfAmount,
  vatOf,
  withAmount,
  withoutPart,
  withPart,
} from './rules/parts-draft.ts'
import { operationTexts } from './texts-operations.ts'

/** Of France; any other may be sent by a program. */
export const VAT_RATES = ['20', '10', '5.5', '2.1', '8.5'] as const

type Props = {
  line: WorkLine
  /** Of a dialog: the cursor goes to its first field. */
  focused?: boolean
  onAct: () => void
  onDone: (sentence: string, undoable: boolean) => void
}

export function BookingForm({ focused = false, line, onAct, onDone }: Props) {
  const texts = useTexts(operationTexts)
  const locale = useLocale()
  const { company } = bankRoute.useParams()
  const formId = useId()
  const [parts, setParts] = useState<readonly PartDraft[]>([firstPart(line.amount)])
  const [note, setNote] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [first] = parts
  const where = parts.length > 1 ? texts.several : first?.account ? `${first.account.account} ${first.account.label}` : texts.accountNone
  const { save, saving } = useSave(reconciliation.setAside.mutationOptions(), {
    form: refusedAt(formId, setErrors),
    refreshes: touchedByMatching,
    onSaved: (done) => {
      const [part] = done.booking?.parts ?? []
      const account = parts.length > 1 || !part ? where : `${part.account} ${part.accountLabel}`
      onDone(texts.booked(formatMoney(sizeOfAmount(line.amount), locale), account), true)
    },
  })
  const change = (key: number, changes: Partial<PartDraft>) => {
    setErrors({})
    setParts(parts.map((part) => (part.key === key ? { ...part, ...changes } : part)))
  }
  const ready = partsReady(line.amount, parts)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready || saving) return
    onAct()
    save({
      lineId: line.id,
      reason: note,
      parts: parts.map(({ account, amount, vatRate }) => ({ account: account?.account ?? '', amount, ...(vatRate !== '' && { vatRate }) })),
    })
  }
  const left = leftToPart(line.amount, parts)
  return (
    <form id={formId} onSubmit={submit} className={classes.form} aria-label={texts.bookTitle}>
      {parts.map((part, index) => (
        <div key={part.key} className={classes.part}>
          <AccountChoice
            chosen={part.account}
            path={`parts.${index}.account`}
            error={errors[`parts.${index}.account`]}
            focused={focused && index === 0}
            {...(index === 0 && { description: texts.accountNone })}
            onChange={(account) => change(part.key, { account })}
          />
          <div className={classes.money}>
            {parts.length > 1 && (
              <MoneyInput
                label={texts.amount}
                value={part.amount}
                data-path={`parts.${index}.amount`}
                error={errors[`parts.${index}.amount`]}
                onChange={(amount) => {
                  setErrors({})
                  setParts(withAmount(parts, part.key, amount, line.amount))
                }}
              />
            )}
            <Select
              label={texts.vat}
              data={[{ value: '', label: texts.noVat }, ...VAT_RATES.map((value) => ({ value, label: formatRate(value, locale) }))]}
              value={part.vatRate}
              allowDeselect={false}
              onChange={(vatRate) => change(part.key, { vatRate: vatRate ?? '' })}
            />
            {parts.length > 1 && (
              <CloseButton aria-label={texts.removePart} onClick={() => setParts(withoutPart(parts, part.key, line.amount))} />
            )}
          </div>
          <Vat part={part} />
        </div>
      ))}
      {left !== 0n && (
        <output className={classes.left} data-wrong={left < 0n || undefined}>
          {left > 0n ? texts.left(formatMoney(left, locale)) : texts.tooMuch(formatMoney(-left as typeof left, locale))}
        </output>
      )}
      <Button variant="subtle" size="compact-sm" className={classes.add ?? ''} onClick={() => setParts(withPart(parts, line.amount))}>
        {texts.addPart}
      </Button>
      <TextInput label={texts.note} maxLength={200} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <div className={classes.acts}>
        <Button type="submit" disabled={!ready} loading={saving}>
          {texts.record}
        </Button>
        <Anchor component={Link} to={`/${company}/banque/regles?ligne=${line.id}`}>
          {texts.makeRule}
        </Anchor>
      </div>
    </form>
  )
}

function Vat({ part }: { part: PartDraft }) {
  const texts = useTexts(operationTexts)
  const locale = useLocale()
  const vat = vatOf(part)
  return vat === undefined ? null : <p className={classes.vat}>{texts.vatIncluded(formatMoney(vat, locale))}</p>
}
