/** What a line waits for, or waited for, and what was asked and answered on it. */
import { Button, Stack, Text, Textarea } from '@mantine/core'
import { IconClockPause, IconMessageQuestion } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { dayInParis } from '#core/day'
import { formatDay } from '#core/text'
import { DayText } from '#ui/day'
import { usePageKeys } from '#ui/keys'
import { useLocale, useTexts } from '#ui/locale'
import { useSave } from '#ui/save'
import { useCan } from '#ui/session'
import { type Question, reconciliation, type WorkLine } from './api.tsx'
import { waitingTexts } from './waiting-texts.ts'
import classes from './waits.module.css'

type Props = { line: WorkLine; onAct: () => void; onDone: (sentence: string) => void }

export function Waits({ line, onAct, onDone }: Props) {
  const texts = useTexts(waitingTexts)
  if (line.hold === null && line.questions.length === 0) return null
  return (
    <section
      className={classes.waits}
      data-waiting={line.onHold || undefined}
      aria-label={line.questions.length > 0 ? texts.thread : texts.onHold}
    >
      <Held line={line} />
      {line.questions.map((question) => (
        <Asked key={question.id} question={question} onAct={onAct} onDone={onDone} />
      ))}
      {line.onHold && <Release line={line} onAct={onAct} onDone={onDone} />}
    </section>
  )
}

function Held({ line: { hold, onHold, questions } }: { line: WorkLine }) {
  const texts = useTexts(waitingTexts)
  const locale = useLocale()
  if (hold === null) return null
  const day = formatDay(hold.until, locale)
  // Held by a question, the line may be past its day.
  const isBack = !onHold || questions.some(({ open }) => open)
  return (
    <div className={classes.part}>
      <IconClockPause size={16} stroke={1.5} aria-hidden />
      <div className={classes.words}>
        <Text fw={600}>{isBack ? texts.cameBack(day) : texts.heldUntil(day)}</Text>
        {hold.note && <Text>{hold.note}</Text>}
        <Text c="dimmed" size="xs">
          {texts.by(hold.by)}
        </Text>
      </div>
    </div>
  )
}

function Release({ line, onAct, onDone }: Props) {
  const texts = useTexts(waitingTexts)
  const mayWrite = useCan('reconciliation:write')
  const { save, saving } = useSave(reconciliation.release.mutationOptions(), {
    refreshes: [reconciliation.key()],
    onSaved: () => onDone(texts.released),
  })
  const release = () => {
    onAct()
    save({ lineId: line.id })
  }
  usePageKeys(mayWrite ? [{ key: 'h', label: texts.keyRelease, run: release }] : [])
  if (!mayWrite) return null
  return (
    <Button variant="default" onClick={release} loading={saving}>
      {texts.release}
    </Button>
  )
}

function Asked({ question, onAct, onDone }: Omit<Props, 'line'> & { question: Question }) {
  const texts = useTexts(waitingTexts)
  return (
    <div className={classes.part}>
      <IconMessageQuestion size={16} stroke={1.5} aria-hidden />
      <div className={classes.words}>
        <Text fw={600} size="xs" c="dimmed">
          {texts.asks(question.askedBy, question.askedOf ?? '')} · <At instant={question.askedAt} />
        </Text>
        <Text className={classes.said ?? ''}>{question.question}</Text>
        {question.answer !== null && question.answeredAt !== null && (
          <div className={classes.answer}>
            <Text fw={600} size="xs" c="dimmed">
              {question.answeredBy} · <At instant={question.answeredAt} />
            </Text>
            <Text className={classes.said ?? ''}>{question.answer}</Text>
          </div>
        )}
        {question.answer === null && !question.open && (
          <Text c="dimmed" size="xs">
            {texts.noAnswer}
          </Text>
        )}
        {question.mayAnswer && <Answer question={question} onAct={onAct} onDone={onDone} />}
      </div>
    </div>
  )
}

const At = ({ instant }: { instant: string }) => <DayText day={dayInParis(new Date(instant))} at={instant} />

function Answer({ question, onAct, onDone }: Omit<Props, 'line'> & { question: Question }) {
  const texts = useTexts(waitingTexts)
  const [answer, setAnswer] = useState('')
  const { save, saving } = useSave(reconciliation.answer.mutationOptions(), {
    refreshes: [reconciliation.key()],
    onSaved: () => onDone(texts.answered),
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (saving || answer.trim() === '') return
    onAct()
    save({ questionId: question.id, answer })
  }
  return (
    <form onSubmit={send}>
      <Stack gap="xs" mt="xs" align="flex-start">
        <Textarea
          label={texts.answer}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={1000}
          w="100%"
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={saving} disabled={answer.trim() === ''}>
          {texts.answerSend}
        </Button>
      </Stack>
    </form>
  )
}
