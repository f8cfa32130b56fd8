import { Button, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { refusalOf } from '#ui/api'
import { useTexts } from '#ui/locale'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { people } from './api.tsx'
import { enter } from './enter.tsx'
import { EntranceFrame } from './entrance-frame.tsx'
import { NewAccountForm } from './new-account.tsx'
import { Refused } from './refused.tsx'
import { invitationRoute } from './routes.tsx'
import { screenTexts } from './texts.ts'
import { useAct } from './use-act.tsx'

/** Landing of an invitation: a new account, or joining with the one that exists. */
export function InvitationPage() {
  const texts = useTexts(screenTexts)
  const { token } = invitationRoute.useParams()
  const invitation = useQuery(people.invitation.queryOptions({ input: { token } }))
  if (invitation.isPending) {
    return (
      <EntranceFrame title={texts.invitationTitle}>
        <LoadingSkeleton shape="form" rows={3} />
      </EntranceFrame>
    )
  }
  if (invitation.isError) return <ClosedInvitation error={invitation.error} onRetry={() => void invitation.refetch()} />
  const { company, email, hasAccount, role } = invitation.data
  return (
    <EntranceFrame title={texts.joinTitle(company)} summary={texts.rights[role]}>
      {hasAccount ? (
        <JoinWithAccount token={token} email={email} />
      ) : (
        <NewAccountForm verb={texts.join} invitation={{ token, email }} onEntered={(slug) => enter(`/${slug ?? ''}`)} />
      )}
    </EntranceFrame>
  )
}

function ClosedInvitation({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const texts = useTexts(screenTexts)
  if (!refusalOf(error)) return <RefusedState error={error} onRetry={onRetry} />
  return (
    <EntranceFrame title={texts.invitationTitle}>
      <Stack gap="md">
        <Refused error={error} />
        <Button component="a" href="/connexion" variant="default">
          {texts.toSignIn}
        </Button>
      </Stack>
    </EntranceFrame>
  )
}

function JoinWithAccount({ token, email }: { token: string; email: string }) {
  const texts = useTexts(screenTexts)
  const me = useQuery(people.me.queryOptions())
  const { act, acting, error } = useAct(people.acceptInvitation.mutationOptions(), {
    onDone: ({ company }) => enter(`/${company}`),
  })
  if (me.isPending) return <LoadingSkeleton shape="form" rows={1} />
  const here = `/invitation/${token}`
  if (me.data?.person.email !== email) {
    return (
      <Stack gap="md">
        <Text>{texts.signInAs(email)}</Text>
        <Button component="a" size="md" href={`/connexion?suite=${encodeURIComponent(here)}`}>
          {texts.signIn}
        </Button>
      </Stack>
    )
  }
  return (
    <Stack gap="md">
      <Refused error={error} />
      <Text>{texts.signedInAs(me.data.person.name)}</Text>
      <Button size="md" loading={acting} onClick={() => act({ token })}>
        {texts.join}
      </Button>
    </Stack>
  )
}
