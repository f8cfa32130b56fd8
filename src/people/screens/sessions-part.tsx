import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatInstant } from '#core/text'
import { useLocale, useTexts } from '#ui/locale'
import { useSave } from '#ui/save'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { StatusBadge } from '#ui/status'
import { deviceOf } from '../rules/device.ts'
import { people } from './api.tsx'
import { Entries, Entry } from './entries.tsx'
import { screenTexts } from './texts.ts'

type OpenSession = {
  readonly id: string
  readonly seenAt: string
  readonly device: string
  readonly address: string
  readonly isThisOne: boolean
}

export function SessionsPart() {
  const texts = useTexts(screenTexts)
  const sessions = useQuery(people.sessions.queryOptions())
  const everywhere = useSave(people.signOutEverywhere.mutationOptions(), { onSaved: () => location.assign('/connexion') })
  if (sessions.isPending) return <LoadingSkeleton shape="list" rows={2} />
  if (sessions.isError) return <RefusedState error={sessions.error} onRetry={() => void sessions.refetch()} />
  return (
    <>
      <Entries label={texts.sessions}>
        {sessions.data.rows.map((session) => (
          <SessionEntry key={session.id} session={session} />
        ))}
      </Entries>
      <Group mt="md">
        <Button variant="default" loading={everywhere.saving} onClick={() => everywhere.save({})}>
          {texts.signOutEverywhere}
        </Button>
      </Group>
    </>
  )
}

function SessionEntry({ session }: { session: OpenSession }) {
  const texts = useTexts(screenTexts)
  const locale = useLocale()
  const { save, saving } = useSave(people.endSession.mutationOptions(), { refreshes: [people.sessions.key()] })
  const { program, system } = deviceOf(session.device)
  const device = program === '' ? texts.unknownDevice : texts.device(program, system)
  return (
    <Entry name={device} detail={texts.sessionDetail(formatInstant(session.seenAt, locale), session.address)}>
      {session.isThisOne ? (
        <StatusBadge meaning="plain">{texts.thisSession}</StatusBadge>
      ) : (
        <Button
          variant="subtle"
          color="gray"
          loading={saving}
          onClick={() => save({ sessionId: session.id })}
          aria-label={texts.endSessionOf(device)}
        >
          {texts.endSession}
        </Button>
      )}
    </Entry>
  )
}
