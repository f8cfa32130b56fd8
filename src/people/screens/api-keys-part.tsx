import { Button, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant } from '#core/text'
import { confirm } from '#ui/confirm'
import { useLocale, useTexts } from '#ui/locale'
import { useSave } from '#ui/save'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { API_KEY_ROLES, type ApiKeyRole } from '../rules/permissions.ts'
import { people } from './api.tsx'
import { Entries, Entry } from './entries.tsx'
import classes from './entries.module.css'
import { RoleSelect } from './role-select.tsx'
import { ShownOnce } from './shown-once.tsx'
import { screenTexts } from './texts.ts'

type ApiKey = {
  readonly id: string
  readonly name: string
  readonly role: ApiKeyRole
  readonly ending: string
  readonly lastUsedAt: string | null
}

export function ApiKeysPart({ mayChange }: { mayChange: boolean }) {
  const texts = useTexts(screenTexts)
  const keys = useQuery(people.apiKeys.queryOptions())
  if (keys.isPending) return <LoadingSkeleton shape="list" rows={2} />
  if (keys.isError) return <RefusedState error={keys.error} onRetry={() => void keys.refetch()} />
  return (
    <>
      {keys.data.rows.length === 0 && <Text c="dimmed">{texts.noApiKey}</Text>}
      <Entries label={texts.apiKeys}>
        {keys.data.rows.map((row) => (
          <ApiKeyEntry key={row.id} row={row} mayChange={mayChange} />
        ))}
      </Entries>
      {mayChange && <NewKeyForm />}
    </>
  )
}

function ApiKeyEntry({ row, mayChange }: { row: ApiKey; mayChange: boolean }) {
  const texts = useTexts(screenTexts)
  const locale = useLocale()
  const { save, saving } = useSave(people.revokeApiKey.mutationOptions(), { refreshes: [people.apiKeys.key()] })
  const revoke = async () => {
    const question = {
      title: texts.revokeTitle(row.name),
      explanation: texts.revokeExplanation,
      undoable: false,
      verb: texts.revoke,
      dangerous: true,
    }
    if (await confirm(question)) save({ apiKeyId: row.id })
  }
  const used = row.lastUsedAt === null ? texts.neverUsed : texts.lastUsed(formatInstant(row.lastUsedAt, locale))
  return (
    <Entry name={row.name} detail={texts.apiKeyDetail(texts.roles[row.role], row.ending, used)}>
      {mayChange && (
        <Button variant="subtle" color="gray" loading={saving} onClick={() => void revoke()} aria-label={texts.revokeOf(row.name)}>
          {texts.revoke}
        </Button>
      )}
    </Entry>
  )
}

function NewKeyForm() {
  const texts = useTexts(screenTexts)
  const form = useForm<{ name: string; role: ApiKeyRole }>({ initialValues: { name: '', role: 'reader' } })
  const [made, setMade] = useState<{ name: string; secret: string }>()
  const { save, saving } = useSave(people.createApiKey.mutationOptions(), {
    form,
    refreshes: [people.apiKeys.key()],
    onSaved: ({ secret }) => {
      setMade({ name: form.values.name, secret })
      form.reset()
    },
  })
  return (
    <>
      <form className={classes.form} onSubmit={form.onSubmit((values) => save(values))}>
        <TextInput
          label={texts.apiKeyName}
          placeholder={texts.apiKeyExample}
          required
          withAsterisk={false}
          {...form.getInputProps('name')}
        />
        <RoleSelect
          label={texts.role}
          choices={API_KEY_ROLES}
          value={form.values.role}
          onChange={(role) => form.setFieldValue('role', role)}
        />
        <Button type="submit" variant="default" loading={saving}>
          {texts.createApiKey}
        </Button>
      </form>
      {made && <ShownOnce sentence={texts.secretShownOnce(made.name)} value={made.secret} />}
    </>
  )
}
