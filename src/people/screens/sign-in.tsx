import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTexts } from '#ui/locale'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { people } from './api.tsx'
import { enter } from './enter.tsx'
import { EntranceFrame } from './entrance-frame.tsx'
import { NewAccountForm } from './new-account.tsx'
import { Refused } from './refused.tsx'
import { signInRoute } from './routes.tsx'
import { screenTexts } from './texts.ts'
import { useAct } from './use-act.tsx'

/** Sign-in; on a new installation, the account of the first owner. */
export function SignInPage() {
  const texts = useTexts(screenTexts)
  const entrance = useQuery(people.entrance.queryOptions())
  if (entrance.isPending) {
    return (
      <EntranceFrame title={texts.signInTitle}>
        <LoadingSkeleton shape="form" rows={2} />
      </EntranceFrame>
    )
  }
  if (entrance.isError) return <RefusedState error={entrance.error} onRetry={() => void entrance.refetch()} />
  if (!entrance.data.firstOwnerExpected) return <SignIn />
  return (
    <EntranceFrame title={texts.firstOwnerTitle} summary={texts.firstOwnerSummary}>
      <NewAccountForm verb={texts.createAccount} onEntered={() => enter()} />
    </EntranceFrame>
  )
}

function SignIn() {
  const texts = useTexts(screenTexts)
  const { suite } = signInRoute.useSearch()
  const form = useForm({ initialValues: { email: '', password: '' } })
  const { act, acting, error } = useAct(people.signIn.mutationOptions(), { form, onDone: () => enter(suite) })
  return (
    <EntranceFrame title={texts.signInTitle}>
      <form onSubmit={form.onSubmit((values) => act(values))}>
        <Stack gap="md">
          <Refused error={error} />
          <TextInput
            type="email"
            label={texts.email}
            autoComplete="username"
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={texts.password}
            autoComplete="current-password"
            required
            withAsterisk={false}
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="md" loading={acting}>
            {texts.signIn}
          </Button>
        </Stack>
      </form>
    </EntranceFrame>
  )
}
