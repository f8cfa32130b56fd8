import { useQuery } from '@tanstack/react-query'
import { Section } from '#ui/facts'
import { useTexts } from '#ui/locale'
import { useCan, useSession } from '#ui/session'
import { SettingsFrame } from '#ui/settings-frame'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { people } from './api.tsx'
import { ApiKeysPart } from './api-keys-part.tsx'
import { InvitationsPart } from './invitations-part.tsx'
import { MembersPart } from './members-part.tsx'
import { screenTexts } from './texts.ts'

/** Who may enter, and by which keys. */
export function TeamPage() {
  const texts = useTexts(screenTexts)
  const { company } = useSession()
  const mayChange = useCan('people:write')
  const team = useQuery(people.members.queryOptions())
  if (team.isPending) return <LoadingSkeleton />
  if (team.isError) return <RefusedState error={team.error} onRetry={() => void team.refetch()} />
  return (
    <SettingsFrame title={texts.teamTitle} summary={texts.teamSummary(company.name)}>
      <Section title={texts.members}>
        <MembersPart members={team.data.members} mayChange={mayChange} />
      </Section>
      {(mayChange || team.data.invitations.length > 0) && (
        <Section title={texts.invitations}>
          <InvitationsPart invitations={team.data.invitations} mayChange={mayChange} />
        </Section>
      )}
      <Section title={texts.apiKeys}>
        <ApiKeysPart mayChange={mayChange} />
      </Section>
    </SettingsFrame>
  )
}
