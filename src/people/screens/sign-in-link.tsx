/** Landing of a one-time link. A press is asked for: mail programs open links to look at them, and would burn it. */
import { Anchor, Button, Stack } from '@mantine/core'
import { useTexts } from '#ui/locale'
import { useSave } from '#ui/save'
import { people } from './api.tsx'
import { enter } from './enter.tsx'
import { EntranceFrame } from './entrance-frame.tsx'
import { Refused } from './refused.tsx'
import { signInLinkRoute } from './routes.tsx'
import { screenTexts } from './texts.ts'

const SILENT = { setErrors: () => undefined, getInputNode: () => null }

export function SignInLinkPage() {
  const texts = useTexts(screenTexts)
  const { token } = signInLinkRoute.useParams()
  const { save, saving, error } = useSave(people.openSignInLink.mutationOptions(), { form: SILENT, onSaved: () => enter() })
  return (
    <EntranceFrame title={texts.linkTitle} summary={texts.linkSummary}>
      <Stack gap="md">
        <Refused error={error} />
        <Button size="md" loading={saving} onClick={() => save({ token })}>
          {texts.enter}
        </Button>
        {error !== null && <Anchor href="/connexion">{texts.toSignIn}</Anchor>}
      </Stack>
    </EntranceFrame>
  )
}
