/** Landing of a one-time link. A press is asked for: mail programs open links to look at them, and would burn it. */
import { Button, Stack } from '@mantine/core'
import { refusalOf } from '#ui/api'
import { useTexts } from '#ui/locale'
import { people } from './api.tsx'
import { enter } from './enter.tsx'
import { EntranceFrame } from './entrance-frame.tsx'
import { Refused } from './refused.tsx'
import { signInLinkRoute } from './routes.tsx'
import { screenTexts } from './texts.ts'
import { useAct } from './use-act.tsx'

export function SignInLinkPage() {
  const texts = useTexts(screenTexts)
  const { token } = signInLinkRoute.useParams()
  const { act, acting, error } = useAct(people.openSignInLink.mutationOptions(), { onDone: () => enter() })
  return (
    <EntranceFrame title={texts.linkTitle} summary={texts.linkSummary}>
      <Stack gap="md">
        <Refused error={error} />
        {refusalOf(error) ? (
          <Button component="a" href="/connexion" variant="default">
            {texts.toSignIn}
          </Button>
        ) : (
          <Button size="md" loading={acting} onClick={() => act({ token })}>
            {texts.enter}
          </Button>
        )}
      </Stack>
    </EntranceFrame>
  )
}
