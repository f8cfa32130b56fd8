import { Button } from '@mantine/core'
import { formatDay } from '#core/text'
import { confirm } from '#ui/confirm'
import { useLocale, useTexts } from '#ui/locale'
import { notifyDone } from '#ui/notify'
import { useSave } from '#ui/save'
import { useSession } from '#ui/session'
import type { Role } from '../rules/permissions.ts'
import { people } from './api.tsx'
import { Entries, Entry } from './entries.tsx'
import { RoleSelect } from './role-select.tsx'
import { screenTexts } from './texts.ts'

export type Member = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly joinedAt: string
}

export function MembersPart({ members, mayChange }: { members: readonly Member[]; mayChange: boolean }) {
  const texts = useTexts(screenTexts)
  return (
    <Entries label={texts.members}>
      {members.map((member) => (
        <MemberEntry key={member.personId} member={member} mayChange={mayChange} />
      ))}
    </Entries>
  )
}

function MemberEntry({ member, mayChange }: { member: Member; mayChange: boolean }) {
  const texts = useTexts(screenTexts)
  const locale = useLocale()
  const { person } = useSession()
  const refreshes = [people.key()]
  const role = useSave(people.changeRole.mutationOptions(), { refreshes, onSaved: () => notifyDone(texts.roleChanged(member.name)) })
  const removal = useSave(people.removeMember.mutationOptions(), { refreshes, onSaved: () => notifyDone(texts.memberRemoved(member.name)) })
  const remove = async () => {
    const question = {
      title: texts.removeTitle(member.name),
      explanation: texts.removeExplanation,
      undoable: false,
      verb: texts.remove,
      dangerous: true,
    }
    if (await confirm(question)) removal.save({ personId: member.personId })
  }
  const itself = person.id === member.personId
  return (
    <Entry
      name={itself ? texts.yourself(member.name) : member.name}
      detail={mayChange ? member.email : texts.memberDetail(member.email, formatDay(member.joinedAt.slice(0, 10), locale))}
    >
      {mayChange ? (
        <>
          <RoleSelect
            quiet
            label={texts.roleOf(member.name)}
            value={member.role}
            disabled={role.saving}
            onChange={(next) => role.save({ personId: member.personId, role: next })}
          />
          <Button
            variant="subtle"
            color="gray"
            loading={removal.saving}
            onClick={() => void remove()}
            aria-label={texts.removeOf(member.name)}
          >
            {texts.remove}
          </Button>
        </>
      ) : (
        texts.roles[member.role]
      )}
    </Entry>
  )
}
