/** Not now: the line waits until a day, or for what a colleague knows. */
import { Anchor, Button, Group, Popover, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { formatDay } from '#core/text'
import { DayText } from '#ui/day'
import { DayInput } from '#ui/day-input'
import { usePageKeys } from '#ui/keys'
import { useLocale, useTexts } from '#ui/locale'
import { useSave } from '#ui/save'
import { useSession } from '#ui/session'
import { useToday } from '#ui/today'
import { people, reconciliation, type WorkLine } from './api.tsx'
import { holdChoices } from './rules/hold-days.ts'
import { bankRoute } from './routes.tsx'
import classes from './put-off.module.css'
import { linesKey } from './use-lines.tsx'
import { waitingTexts } from './waiting-texts.ts'

type Props = {
  line: WorkLine
  onAct: () => void
  /** `back`: the way back, offered for a moment. */
  onDone: (sentence: string, back: () => void) => void
}

export function PutOff({ line, onAct, onDone }: Props) {
  const release = useSave(reconciliation.release.mutationOptions(), { refreshes: [reconciliation.key(), linesKey] })
  const done = (sentence: string) => onDone(sentence, () => release.save({ lineId: line.id }))
  const isAsked = line.questions.some(({ open }) => open)
  return (
    <Group gap="xs" mt="md">
      {!line.onHold && <Hold line={line} onAct={onAct} onDone={done} />}
      {!isAsked && <Ask line={line} onAct={onAct} onDone={done} />}
    </Group>
  )
}

type ActProps = Omit<Props, 'onDone'> & { onDone: (sentence: string) => void }

function Hold({ line, onAct, onDone }: ActProps) {
  const texts = useTexts(waitingTexts)
  const locale = useLocale()
  const today = useToday()
  const [opened, setOpened] = useState(false)
  const [note, setNote] = useState('')
  // Typed, a day is known before its year is: it is sent by a button.
  const [day, setDay] = useState('')
  const { save, saving } = useSave(reconciliation.hold.mutationOptions(), {
    refreshes: [reconciliation.key()],
    onSaved: ({ hold }) => onDone(texts.held(formatDay(hold?.until ?? today, locale))),
  })
  const until = (chosen: string) => {
    if (saving || chosen === '') return
    setOpened(false)
    onAct()
    save({ lineId: line.id, until: chosen, note })
  }
  usePageKeys([{ key: 'h', label: texts.keyHold, run: () => setOpened(true) }])
  return (
    <Popover opened={opened} onChange={setOpened} width={300} trapFocus position="bottom-start" closeOnEscape returnFocus>
      <Popover.Target>
        <Button variant="default" onClick={() => setOpened(!opened)}>
          {texts.hold}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text c="dimmed" size="xs">
            {texts.holdWhy}
          </Text>
          <TextInput
            label={texts.note}
            placeholder={texts.noteExample}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <div className={classes.choices}>
            {holdChoices(today).map(({ name, until: preset }, place) => (
              <Button
                key={name}
                variant="default"
                justify="space-between"
                data-autofocus={place === 0 || undefined}
                onClick={() => until(preset)}
                rightSection={
                  <Text span c="dimmed" size="xs">
                    <DayText day={preset} />
                  </Text>
                }
              >
                {texts.choices[name]}
              </Button>
            ))}
          </div>
          <form
            className={classes.other}
            onSubmit={(event) => {
              event.preventDefault()
              until(day)
            }}
          >
            <DayInput label={texts.otherDay} minDate={today} value={day} onChange={setDay} popoverProps={{ withinPortal: false }} />
            <Button type="submit" variant="default" disabled={day === ''}>
              {texts.choose}
            </Button>
          </form>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

const ANYBODY = 'anybody'

function Ask({ line, onAct, onDone }: ActProps) {
  const texts = useTexts(waitingTexts)
  const [opened, setOpened] = useState(false)
  usePageKeys([{ key: 'q', label: texts.keyAsk, run: () => setOpened(true) }])
  return (
    <Popover opened={opened} onChange={setOpened} width={320} trapFocus position="bottom-start" closeOnEscape returnFocus>
      <Popover.Target>
        <Button variant="default" onClick={() => setOpened(!opened)}>
          {texts.ask}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>{opened && <AskForm line={line} onAct={onAct} onDone={onDone} />}</Popover.Dropdown>
    </Popover>
  )
}

function AskForm({ line, onAct, onDone }: ActProps) {
  const texts = useTexts(waitingTexts)
  const { person } = useSession()
  const { company } = bankRoute.useParams()
  const members = useQuery(people.members.queryOptions())
  const colleagues = (members.data?.members ?? []).filter(({ personId }) => personId !== person.id)
  const [askedOf, setAskedOf] = useState<string>(ANYBODY)
  const [question, setQuestion] = useState('')
  const name = colleagues.find(({ personId }) => personId === askedOf)?.name ?? ''
  const { save, saving } = useSave(reconciliation.ask.mutationOptions(), {
    refreshes: [reconciliation.key()],
    onSaved: () => onDone(texts.sent(name)),
  })
  const send = () => {
    if (saving || question.trim() === '') return
    onAct()
    save({ lineId: line.id, question, ...(askedOf !== ANYBODY && { askedOf }) })
  }
  const sendByKeys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
  }
  if (members.data && colleagues.length === 0) {
    return (
      <Stack gap="xs">
        <Text>{texts.alone}</Text>
        <Anchor component={Link} to={`/${company}/reglages/equipe`} data-autofocus>
          {texts.team}
        </Anchor>
      </Stack>
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Stack gap="sm">
        <Text c="dimmed" size="xs">
          {texts.askWhy}
        </Text>
        <Select
          label={texts.askedOf}
          data={[{ value: ANYBODY, label: texts.anybody }, ...colleagues.map((each) => ({ value: each.personId, label: each.name }))]}
          value={askedOf}
          onChange={(value) => setAskedOf(value ?? ANYBODY)}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
        />
        <Textarea
          label={texts.question}
          placeholder={texts.questionExample}
          data-autofocus
          autosize
          minRows={2}
          maxRows={6}
          maxLength={1000}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
          onKeyDown={sendByKeys}
        />
        <Button type="submit" variant="default" loading={saving} disabled={question.trim() === ''}>
          {texts.send}
        </Button>
      </Stack>
    </form>
  )
}
