import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTexts } from '#ui/locale'
import { PASSWORD_MINIMUM } from '../rules/password.ts'
import { people } from './api.tsx'
import { Refused } from './refused.tsx'
import { screenTexts } from './texts.ts'
import { useAct } from './use-act.tsx'

type Props = {
  readonly verb: string
  /** With an invitation the address is the one invited. */
  readonly invitation?: { readonly token: string; readonly email: string }
  readonly onEntered: (company: string | null) => void
}

export function NewAccountForm({ verb, invitation, onEntered }: Props) {
  const texts = useTexts(screenTexts)
  const form = useForm({ initialValues: { name: '', email: invitation?.email ?? '', password: '' } })
  const { act, acting, error } = useAct(people.signUp.mutationOptions(), { form, onDone: ({ company }) => onEntered(company) })
  const submit = (values: typeof form.values) => act({ ...values, ...(invitation && { invitation: invitation.token }) })
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap="md">
        <Refused error={error} />
        <TextInput label={texts.name} autoComplete="name" required withAsterisk={false} {...form.getInputProps('name')} />
        <TextInput
          type="email"
          label={texts.email}
          autoComplete="username"
          required
          withAsterisk={false}
          readOnly={invitation !== undefined}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={texts.password}
          description={texts.passwordHint(PASSWORD_MINIMUM)}
          autoComplete="new-password"
          required
          withAsterisk={false}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={acting}>
          {verb}
        </Button>
      </Stack>
    </form>
  )
}
