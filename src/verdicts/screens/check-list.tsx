/** Several files: a verdict each, the worst told in as many words as the best. */
import { Button, Group, Text, UnstyledButton } from '@mantine/core'
import { IconFileX } from '@tabler/icons-react'
import { amountShown, dayShown, joined } from '#readings/contract'
import { useLocale, useTexts } from '#ui/locale'
import { StatusBadge, type Meaning } from '#ui/status'
import classes from './check-list.module.css'
import { verdictSentence } from './rules/verdict-sentence.ts'
import { verdictTexts } from './texts.ts'
import type { Check, Outcome } from './use-checks.tsx'

type Props = { checks: readonly Check[]; leftOut: number; onOpen: (id: number) => void; onClear: () => void }

export function CheckList({ checks, leftOut, onClear, onOpen }: Props) {
  const texts = useTexts(verdictTexts)
  const counted = (state: State) => checks.filter(({ outcome }) => stateOf(outcome) === state).length
  return (
    <section aria-label={texts.files}>
      <Group justify="space-between" mb="sm">
        <Text aria-live="polite" fw={600}>
          {texts.summary(counted('valid'), counted('invalid'), counted('refused'), counted('checking'))}
        </Text>
        <Button variant="subtle" color="gray" onClick={onClear}>
          {texts.clear}
        </Button>
      </Group>
      {leftOut > 0 && <Text mb="sm">{texts.leftOut(leftOut)}</Text>}
      <ul className={classes.list}>
        {checks.map((check) => (
          <li key={check.id}>
            <UnstyledButton className={classes.row} onClick={() => onOpen(check.id)}>
              <Row check={check} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

type State = 'checking' | 'valid' | 'invalid' | 'refused'

const stateOf = (outcome: Outcome): State => (outcome.state === 'read' ? outcome.verdict.verdict : outcome.state)

const MEANINGS: Readonly<Record<State, Meaning>> = { checking: 'draft', valid: 'paid', invalid: 'late', refused: 'soon' }

function Row({ check: { file, outcome } }: { check: Check }) {
  const texts = useTexts(verdictTexts)
  const locale = useLocale()
  const shown = outcome.state === 'read' ? outcome.verdict.shown : undefined
  const state = stateOf(outcome)
  return (
    <>
      <span className={classes.name}>
        {file.name}
        <span className={classes.detail}>{joined([shown?.seller?.name, shown?.number, dayShown(shown?.issuedOn, locale)], ' · ')}</span>
      </span>
      <span className={classes.amount}>{amountShown(shown?.totals?.gross, locale, shown?.currency)}</span>
      <span className={classes.state}>
        <StatusBadge meaning={MEANINGS[state]} {...(state === 'refused' && { icon: IconFileX })}>
          {texts.states[state]}
        </StatusBadge>
        <span className={classes.detail}>
          {outcome.state === 'refused' && outcome.sentence}
          {outcome.state === 'read' && outcome.verdict.failures.length > 0 && verdictSentence(outcome.verdict, texts)}
        </span>
      </span>
    </>
  )
}
