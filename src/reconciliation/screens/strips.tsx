/** What stands above the lines to do: one thing at a time, the nearest to the hand first. */
import { useLocalStorage } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useCan } from '#ui/session'
import { reconciliation } from './api.tsx'
import { ApplicationStrip, isAtWork } from './application-strip.tsx'
import { AutomaticInvitation } from './automatic-invitation.tsx'
import { CertainStrip } from './certain-strip.tsx'
import { useCertain } from './use-certain.tsx'

const POLL_MS = 1_000

export function Strips({ invitation }: { invitation: { readonly right: number } | null }) {
  const mayWrite = useCan('reconciliation:write')
  const [closed, setClosed] = useLocalStorage({ key: 'encours.application-seen', defaultValue: '', getInitialValueInEffect: false })
  const latest = useQuery({
    ...reconciliation.application.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.application && isAtWork(state.data.application) ? POLL_MS : false),
  })
  const application = latest.data?.application
  const isShown = application && application.id !== closed
  const certain = useCertain(mayWrite && !(application && isAtWork(application)))
  const isCertain = mayWrite && certain.whole && certain.rows.length > 0
  return (
    <>
      {isShown && <ApplicationStrip application={application} onClose={() => setClosed(application.id)} />}
      {isCertain && <CertainStrip rows={certain.rows} more={certain.more} />}
      {mayWrite && !isShown && !isCertain && certain.whole && invitation && <AutomaticInvitation right={invitation.right} />}
    </>
  )
}
