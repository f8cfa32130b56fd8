import { Button, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#core/text'
import { useLocale, useTexts } from '#ui/locale'
import { useSave } from '#ui/save'
import type { Role } from '../rules/permissions.ts'
import { mail, people } from './api.tsx'
import { Entries, Entry } from './entries.tsx'
import classes from './entries.module.css'
import { RoleSelect } from './role-select.tsx'
import { ShownOnce } from './shown-once.tsx'
import { screenTexts } from './texts.ts'

export type OpenInvitation = {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly invitedBy: string
  readonly expiresAt: string
}

export function InvitationsPart({ invitations, mayChange }: { invitations: readonly OpenInvitation[]; mayChange: boolean }) {
  const texts = useTexts(screenTexts)
  return (
    <>
      {invitations.length === 0 && <Text c="dimmed">{texts.noInvitation}</Text>}
      <Entries label={texts.invitations}>
        {invitations.map((invitation) => (
          <InvitationEntry key={invitation.id} invitation={invitation} mayChange={mayChange} />
        ))}
      </Entries>
      {mayChange && <InviteForm />}
    </>
  )
}

function InvitationEntry({
  invitation: { id, email, role, invitedBy, expiresAt },
  mayChange,
}: {
  invitation: OpenInvitation
  mayChange: boolean
}) {
  const texts = useTexts(screenTexts)
  const locale = useLocale()
  const { save, saving } = useSave(people.revokeInvitation.mutationOptions(), { refreshes: [people.members.key()] })
  return (
    <Entry name={email} detail={texts.invitationDetail(texts.roles[role], invitedBy, formatDay(expiresAt.slice(0, 10), locale))}>
      {mayChange && (
        <Button
          variant="subtle"
          color="gray"
          loading={saving}
          onClick={() => save({ invitationId: id })}
          aria-label={texts.withdrawOf(email)}
        >
          {texts.withdraw}
        </Button>
      )}
    </Entry>
  )
}

function InviteForm() {
  const texts = useTexts(screenTexts)
  const form = useForm<{ email: string; role: Role }>({ initialValues: { email: '', role: 'bookkeeper' } })
  const [sent, setSent] = useState<{ email: string; link: string }>()
  const { data: server } = useQuery(mail.server.queryOptions())
  const told = server?.leaves === false ? texts.invitationKept : texts.invitationSent
  const { save, saving } = useSave(people.invite.mutationOptions(), {
    form,
    refreshes: [people.members.key()],
    onSaved: ({ link }) => {
      setSent({ email: form.values.email, link })
      form.reset()
    },
  })
  return (
    <>
      <form className={classes.form} onSubmit={form.onSubmit((values) => save(values))}>
        <TextInput type="email" label={texts.email} required withAsterisk={false} {...form.getInputProps('email')} />
        <RoleSelect label={texts.role} value={form.values.role} onChange={(role) => form.setFieldValue('role', role)} />
        <Button type="submit" loading={saving}>
          {texts.invite}
        </Button>
      </form>
      <Text size="xs" c="dimmed" mt="sm">
        {texts.rights[form.values.role]}
      </Text>
      {sent && <ShownOnce sentence={told(sent.email)} value={sent.link} />}
    </>
  )
}
