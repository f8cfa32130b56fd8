/** A rule is written here, beside what it would have taken in the past: nobody keeps one without having seen that. */
import { Button, CloseButton, Group, SegmentedControl, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type FormEvent, useId, useRef, useState } from 'react'
import { formatRate } from '#core/text'
import { Dialog } from '#ui/dialog'
import { useLocale, useTexts } from '#ui/locale'
import { MoneyInput, RateInput } from '#ui/number-input'
import { useSave } from '#ui/save'
import { SearchCombobox } from '#ui/search-combobox'
import { AccountChoice } from './account-choice.tsx'
import { type BankAccount, reconciliation, type Rule } from './api.tsx'
import { VAT_RATES } from './booking-form.tsx'
import { refusedAt } from './refused-at.tsx'
import classes from './rule-dialog.module.css'
import { RulePast } from './rule-past.tsx'
import { inputOfRule, type RuleDraft, type RulePartDraft, trialOfRule, withoutRulePart, withRulePart } from './rules/rule-draft.ts'
import { operationTexts } from './texts-operations.ts'

type Props = {
  /** Nothing: a new one. */
  rule: Rule | undefined
  draft: RuleDraft
  accounts: readonly BankAccount[]
  onClose: () => void
  /** With how many waiting lines it would take. */
  onSaved: (ruleId: string, waiting: number) => void
}

export function RuleDialog({ rule, ...props }: Props) {
  const texts = useTexts(operationTexts)
  return (
    <Dialog opened onClose={props.onClose} title={rule ? texts.editRuleOf(rule.name) : texts.newRule} size="xl">
      <RuleForm key={rule?.id ?? 'new'} rule={rule} {...props} />
    </Dialog>
  )
}

/** Long enough not to ask at each letter. */
const PAUSE_MS = 350

function RuleForm({ accounts, draft: first, onClose, onSaved, rule }: Props) {
  const texts = useTexts(operationTexts)
  const formId = useId()
  const waiting = useRef(0)
  // Once it is kept, trying it again would find the lines taken by the rule itself.
  const promised = useRef(0)
  const [draft, setDraft] = useState(first)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [asked] = useDebouncedValue(draft, PAUSE_MS)
  const options = { form: refusedAt(formId, setErrors), refreshes: [reconciliation.key()] }
  const create = useSave(reconciliation.createRule.mutationOptions(), {
    ...options,
    onSaved: ({ ruleId }) => onSaved(ruleId, promised.current),
  })
  const change = useSave(reconciliation.saveRule.mutationOptions(), {
    ...options,
    onSaved: () => rule && onSaved(rule.id, promised.current),
  })
  const set = (changes: Partial<RuleDraft>) => {
    setErrors({})
    setDraft({ ...draft, ...changes })
  }
  const input = inputOfRule(draft)
  const ready = input !== undefined && input.name !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready || create.saving || change.saving) return
    promised.current = waiting.current
    if (rule) change.save({ ruleId: rule.id, version: rule.version, ...input })
    else create.save(input)
  }
  return (
    <form id={formId} onSubmit={submit} className={classes.form}>
      <div className={classes.rule}>
        <TextInput
          label={texts.name}
          placeholder={texts.nameExample}
          required
          maxLength={80}
          value={draft.name}
          error={errors['name']}
          data-path="name"
          data-autofocus={first.name === ''}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Conditions draft={draft} errors={errors} accounts={accounts} onChange={set} />
        <Action draft={draft} errors={errors} onChange={set} />
      </div>
      <RulePast
        input={trialOfRule(asked)}
        ruleId={rule?.id}
        onTried={(count) => {
          waiting.current = count
        }}
      />
      <Group justify="flex-end" gap="sm" className={classes.acts ?? ''}>
        <Button variant="default" onClick={onClose}>
          {texts.cancel}
        </Button>
        <Button type="submit" disabled={!ready} loading={create.saving || change.saving}>
          {texts.saveRule}
        </Button>
      </Group>
    </form>
  )
}

type PartProps = {
  draft: RuleDraft
  errors: Readonly<Record<string, string>>
  onChange: (changes: Partial<RuleDraft>) => void
}

const MOST_WORDS = 10

function Conditions({ accounts, draft, errors, onChange }: PartProps & { accounts: readonly BankAccount[] }) {
  const texts = useTexts(operationTexts)
  return (
    <fieldset className={classes.group}>
      <legend>{texts.conditions}</legend>
      <TagsInput
        label={texts.words}
        description={texts.wordsHelp}
        value={[...draft.words]}
        maxTags={MOST_WORDS}
        acceptValueOnBlur
        error={errors['words']}
        data-path="words"
        onChange={(words) => onChange({ words })}
      />
      <TextInput
        label={texts.party}
        maxLength={80}
        value={draft.counterparty}
        onChange={(event) => onChange({ counterparty: event.currentTarget.value })}
      />
      <Choice
        label={texts.direction}
        value={draft.direction}
        words={texts.directions}
        error={errors['direction']}
        path="direction"
        onChange={(direction) => onChange({ direction })}
      />
      <Choice label={texts.amountIs} value={draft.amountIs} words={texts.amounts} onChange={(amountIs) => onChange({ amountIs })} />
      {draft.amountIs === 'equal' && (
        <MoneyInput label={texts.equalTo} value={draft.least} onChange={(least) => onChange({ least, most: least })} />
      )}
      {draft.amountIs === 'between' && (
        <Group grow align="flex-start">
          <MoneyInput label={texts.least} value={draft.least} onChange={(least) => onChange({ least })} />
          <MoneyInput
            label={texts.most}
            value={draft.most}
            error={errors['most']}
            data-path="most"
            onChange={(most) => onChange({ most })}
          />
        </Group>
      )}
      {accounts.length > 1 && (
        <Select
          label={texts.onAccount}
          data={[{ value: '', label: texts.anyAccount }, ...accounts.map(({ id, name }) => ({ value: id, label: name }))]}
          value={draft.accountId ?? ''}
          allowDeselect={false}
          onChange={(id) => onChange({ accountId: id || null })}
        />
      )}
    </fieldset>
  )
}

function Action({ draft, errors, onChange }: PartProps) {
  const texts = useTexts(operationTexts)
  return (
    <fieldset className={classes.group}>
      <legend>{texts.action}</legend>
      <Choice label={texts.action} hidden value={draft.kind} words={texts.actions} onChange={(kind) => onChange({ kind })} />
      {draft.kind === 'transfer' && <Text c="dimmed">{texts.transferWhy}</Text>}
      {draft.kind === 'customer' && <CustomerOfRule draft={draft} errors={errors} onChange={onChange} />}
      {draft.kind === 'accounts' && <PartsOfRule draft={draft} errors={errors} onChange={onChange} />}
    </fieldset>
  )
}

function Choice<Value extends string>(props: {
  label: string
  hidden?: boolean
  value: Value
  words: Readonly<Record<Value, string>>
  error?: string | undefined
  path?: string
  onChange: (value: Value) => void
}) {
  const values = Object.keys(props.words) as Value[]
  return (
    <div data-path={props.path}>
      {!props.hidden && (
        <Text size="sm" fw={600} mb={4} aria-hidden>
          {props.label}
        </Text>
      )}
      <SegmentedControl
        fullWidth
        aria-label={props.label}
        data={values.map((value) => ({ value, label: props.words[value] }))}
        value={props.value}
        onChange={(value) => props.onChange(value)}
      />
      {props.error && (
        <Text size="xs" c="var(--late)" role="alert">
          {props.error}
        </Text>
      )}
    </div>
  )
}

function CustomerOfRule({ draft, errors, onChange }: PartProps) {
  const texts = useTexts(operationTexts)
  const { customer } = draft
  return (
    <Stack gap="xs" data-path="action.customerId">
      {customer ? (
        <Group justify="space-between">
          <Text fw={600}>{customer.name}</Text>
          <Button variant="subtle" size="compact-sm" onClick={() => onChange({ customer: undefined })}>
            {texts.changeAccount}
          </Button>
        </Group>
      ) : (
        <SearchCombobox<{ id: string; name: string }>
          label={texts.customer}
          placeholder={texts.customerExample}
          queryKey={[...reconciliation.candidates.key(), 'customers']}
          search={async (typed, signal) => (await reconciliation.candidates.call({ search: typed }, { signal })).customers}
          idOf={({ id }) => id}
          error={errors['action.customerId']}
          onChoose={({ id, name }) => onChange({ customer: { id, name } })}
          render={({ name }) => <span>{name}</span>}
        />
      )}
      <Text c="dimmed" size="sm">
        {texts.customerWhy}
      </Text>
    </Stack>
  )
}

function PartsOfRule({ draft, errors, onChange }: PartProps) {
  const texts = useTexts(operationTexts)
  const { parts } = draft
  const set = (key: number, changes: Partial<RulePartDraft>) =>
    onChange({ parts: parts.map((part) => (part.key === key ? { ...part, ...changes } : part)) })
  return (
    <>
      {parts.map((part, index) => (
        <RulePart
          key={part.key}
          part={part}
          path={`action.parts.${index}.account`}
          error={errors[`action.parts.${index}.account`]}
          alone={parts.length === 1}
          onChange={(changes) => set(part.key, changes)}
          onRemove={() => onChange({ parts: withoutRulePart(parts, part.key) })}
        />
      ))}
      <Button variant="subtle" size="compact-sm" className={classes.add ?? ''} onClick={() => onChange({ parts: withRulePart(parts) })}>
        {texts.addPart}
      </Button>
    </>
  )
}

type RulePartProps = {
  part: RulePartDraft
  path: string
  error: string | undefined
  alone: boolean
  onChange: (changes: Partial<RulePartDraft>) => void
  onRemove: () => void
}

function RulePart({ alone, error, onChange, onRemove, part, path }: RulePartProps) {
  const texts = useTexts(operationTexts)
  const locale = useLocale()
  return (
    <div className={classes.part}>
      <AccountChoice chosen={part.account} path={path} error={error} onChange={(account) => onChange({ account })} />
      <div className={classes.takes}>
        {!alone && (
          <Select
            label={texts.partKind}
            data={Object.entries(texts.partKinds).map(([value, label]) => ({ value, label }))}
            value={part.takes}
            allowDeselect={false}
            onChange={(takes) => onChange({ takes: takes as RulePartDraft['takes'], value: '' })}
          />
        )}
        {part.takes === 'amount' && <MoneyInput label={texts.partAmount} value={part.value} onChange={(value) => onChange({ value })} />}
        {part.takes === 'share' && (
          <RateInput label={texts.partPercent} value={part.value} onChange={(value) => onChange({ value })} rightSection="%" />
        )}
        <Select
          label={texts.vat}
          data={[{ value: '', label: texts.noVat }, ...VAT_RATES.map((value) => ({ value, label: formatRate(value, locale) }))]}
          value={part.vatRate}
          allowDeselect={false}
          onChange={(vatRate) => onChange({ vatRate: vatRate ?? '' })}
        />
        {!alone && <CloseButton aria-label={texts.removePart} onClick={onRemove} />}
      </div>
    </div>
  )
}
