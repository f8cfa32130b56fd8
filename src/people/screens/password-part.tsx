import { Button, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTexts } from '#ui/locale'
import { notifyDone } from '#ui/notify'
import { useSave } from '#ui/save'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { PASSWORD_MINIMUM } from '../rules/password.ts'
import { people } from './api.tsx'
import { screenTexts } from './texts.ts'

export function PasswordPart() {
  const me = useQuery(people.me.queryOptions())
  if (me.isPending) return <LoadingSkeleton shape="form" rows={2} />
  if (me.isError) return <RefusedState error={me.error} onRetry={() => void me.refetch()} />
  return <PasswordForm hasPassword={me.data.hasPassword} />
}

function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const texts = useTexts(screenTexts)
  const form = useForm({ initialValues: { currentPassword: '', newPassword: '' } })
  const { save, saving } = useSave(people.changePassword.mutationOptions(), {
    form,
    refreshes: [people.key()],
    onSaved: () => {
      form.reset()
      notifyDone(texts.passwordChanged)
    },
  })
  const submit = ({ currentPassword, newPassword }: typeof form.values) => save({ newPassword, ...(hasPassword && { currentPassword }) })
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap="md" maw={320} align="flex-start">
        {!hasPassword && <Text c="dimmed">{texts.noPassword}</Text>}
        {hasPassword && (
          <PasswordInput
            w="100%"
            label={texts.currentPassword}
            autoComplete="current-password"
            required
            withAsterisk={false}
            {...form.getInputProps('currentPassword')}
          />
        )}
        <PasswordInput
          w="100%"
          label={texts.newPassword}
          description={texts.passwordHint(PASSWORD_MINIMUM)}
          autoComplete="new-password"
          required
          withAsterisk={false}
          {...form.getInputProps('newPassword')}
        />
        <Button type="submit" variant="default" loading={saving}>
          {hasPassword ? texts.changePassword : texts.choosePassword}
        </Button>
      </Stack>
    </form>
  )
}
