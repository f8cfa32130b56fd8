import { Alert, Anchor } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTexts } from '#ui/locale'
import { PageHeader } from '#ui/page-header'
import { ViewTabs } from '#ui/view-tabs'
import { dunning } from './api.tsx'
import { HistoryPart } from './history-part.tsx'
import { remindersRoute } from './routes.tsx'
import { RulePart } from './rule-part.tsx'
import { screenTexts } from './texts.ts'
import { WorkPart } from './work-part.tsx'

/** Reminders: what is to be done, what was sent, and the rule that sends them. */
export function RemindersPage() {
  const texts = useTexts(screenTexts)
  const { view = 'todo' } = remindersRoute.useSearch()
  const navigate = remindersRoute.useNavigate()
  const settings = useQuery(dunning.settings.queryOptions())
  const show = (next: string) => void navigate({ search: { view: next as typeof view }, replace: true })
  return (
    <>
      <PageHeader title={texts.title} summary={texts.summary} />
      <ViewTabs views={(['todo', 'sent', 'rule'] as const).map((value) => ({ value, label: texts[value] }))} value={view} onChange={show} />
      {view !== 'rule' && settings.data?.enabled === false && (
        <Alert icon={<IconPlayerPause size={20} aria-hidden />} color="gray" my="md" title={texts.off}>
          {texts.offHow}{' '}
          <Anchor component="button" onClick={() => show('rule')}>
            {texts.seeRule}
          </Anchor>
        </Alert>
      )}
      {view === 'todo' && <WorkPart />}
      {view === 'sent' && <HistoryPart />}
      {view === 'rule' && <RulePart />}
    </>
  )
}
