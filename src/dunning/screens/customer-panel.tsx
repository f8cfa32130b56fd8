import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDay } from '#core/text'
import { confirm } from '#ui/confirm'
import { DaysLate } from '#ui/day'
import { Fact, Facts } from '#ui/facts'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { notifyDone } from '#ui/notify'
import { useSave } from '#ui/save'
import { useCan } from '#ui/session'
import { dunning, mail } from './api.tsx'
import { screenTexts } from './texts.ts'
import type { WorkRow } from './work-part.tsx'

/** One late customer: where things stand, when the next reminder leaves and why, and what can be done now. */
export function CustomerPanel({ row }: { row: WorkRow }) {
  const texts = useTexts(screenTexts)
  const locale = useLocale()
  const { blocked, sentence } = row.next
  return (
    <Stack gap="md">
      <Facts>
        <Fact label={texts.late}>
          <Money value={row.late} strong />
        </Fact>
        <Fact label={texts.daysLate}>
          <DaysLate days={row.daysLate} />
        </Fact>
        <Fact label={texts.invoices}>{row.invoices}</Fact>
        {row.unallocated !== '0.00' && (
          <Fact label={texts.unallocated}>
            <Money value={row.unallocated} />
          </Fact>
        )}
        <Fact label={texts.lastReminder}>{row.lastReminderOn === null ? texts.never : formatDay(row.lastReminderOn, locale)}</Fact>
        <Fact label={texts.channel}>{texts.channels[row.channel]}</Fact>
      </Facts>
      <div>
        <Text>{sentence}</Text>
        {blocked !== null && blocked.sentence !== sentence && <Text c="dimmed">{blocked.sentence}</Text>}
      </div>
      {row.letter && <Alert color="gray">{texts.toPostSince(formatDay(row.letter.on, locale, 'long'))}</Alert>}
      <Actions row={row} />
    </Stack>
  )
}

function Actions({ row }: { row: WorkRow }) {
  const texts = useTexts(screenTexts)
  const may = useCan('dunning:write')
  const { data: server } = useQuery(mail.server.queryOptions())
  const keeps = server?.leaves === false
  const refreshes = [dunning.key()]
  const reminder = useSave(dunning.sendNow.mutationOptions(), {
    refreshes,
    onSaved: ({ channel, to }) =>
      notifyDone(channel === 'letter' ? texts.letterNoted : (keeps ? texts.reminderKept : texts.reminded)(to.join(', '))),
  })
  const letter = useSave(dunning.posted.mutationOptions(), { refreshes, onSaved: () => notifyDone(texts.postedDone) })
  if (!may) return null
  const { customerId, customerName } = row
  const remind = async () => {
    const explanation =
      row.channel === 'letter' ? texts.remindLetter : keeps ? `${texts.remindMail} ${texts.nothingLeaves}` : texts.remindMail
    const touches = { documents: row.invoices, amount: row.late }
    if (await confirm({ title: texts.remindTitle(customerName), explanation, touches, undoable: false, verb: texts.remind }))
      reminder.save({ customerId })
  }
  const waiting = row.letter
  return (
    <Group gap="sm">
      {waiting && (
        <Button loading={letter.saving} onClick={() => letter.save({ id: waiting.reminderId })}>
          {texts.posted}
        </Button>
      )}
      <Button variant={waiting ? 'default' : 'filled'} loading={reminder.saving} onClick={() => void remind()}>
        {texts.remind}
      </Button>
    </Group>
  )
}
