/** The first screen: the company is founded here, and has its address from then on. */
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { refusalOf } from '#ui/api'
import { focusFirstError } from '#ui/form'
import { useLocale, useTexts } from '#ui/locale'
import { useSave } from '#ui/save'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { company, people } from '../api.tsx'
import { AddressFields, SirenFields, VatRegimeField } from '../identity-fields.tsx'
import { emptyIdentity, identityInput } from '../identity-values.ts'
import { identityTexts } from '../texts-identity.ts'
import { StartFrame } from './start-frame.tsx'
import { startTexts } from './texts.ts'

export function FoundingPage() {
  const navigate = useNavigate()
  const me = useQuery(people.me.queryOptions())
  const signedOut = me.data === null || refusalOf(me.error)?.status === 401
  useEffect(() => {
    if (signedOut) void navigate({ href: '/connexion?suite=%2Fbienvenue', replace: true })
  }, [navigate, signedOut])
  if (me.isError && !signedOut) return <RefusedState error={me.error} onRetry={() => void me.refetch()} />
  if (!me.data) return <LoadingSkeleton shape="form" />
  return <Founding email={me.data.person.email} />
}

function Founding({ email }: { email: string }) {
  const texts = useTexts(startTexts)
  const fieldTexts = useTexts(identityTexts)
  const locale = useLocale()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const form = useForm({ initialValues: { ...emptyIdentity(), email, language: locale } })
  const { save, saving } = useSave(company.create.mutationOptions(), {
    form,
    onSaved: (founded) => {
      // Who I am now includes this company: the pages within it ask that first.
      void queries
        .invalidateQueries({ queryKey: people.me.key() })
        .then(() => navigate({ to: '/$company/bienvenue', params: { company: founded.slug }, search: { etape: 'apparence' } }))
    },
  })
  return (
    <StartFrame place={1} {...texts.company}>
      <form onSubmit={form.onSubmit((values) => save(identityInput(values)), focusFirstError(form))} noValidate>
        <Stack gap="lg">
          <TextInput label={fieldTexts.name} autoComplete="organization" {...form.getInputProps('name')} />
          <SirenFields form={form} />
          <VatRegimeField form={form} />
          <AddressFields form={form} brief />
          <TextInput type="email" label={fieldTexts.email} autoComplete="email" {...form.getInputProps('email')} />
          <Group mt="sm">
            <Button type="submit" size="md" loading={saving}>
              {texts.next}
            </Button>
          </Group>
        </Stack>
      </form>
    </StartFrame>
  )
}
