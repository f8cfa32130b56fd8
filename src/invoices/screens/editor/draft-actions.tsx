import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconChevronDown, IconEye, IconFileCheck, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { confirm } from '#ui/confirm'
import { download } from '#ui/download'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { notifyDone, notifyRefused } from '#ui/notify'
import { invoices } from '../api.tsx'
import { documentTexts } from '../texts-document.ts'
import classes from './draft-actions.module.css'
import type { Draft } from './use-draft.tsx'
import type { Issue } from './use-issue.tsx'

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const

export function DraftActions({ company, draft, issue }: { draft: Draft; issue: Issue; company: string }) {
  const texts = useTexts(documentTexts)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const preview = async () => {
    await draft.saving.flush()
    const place = draft.saving.place()
    if (!place) return
    const file = await invoices.pdf.call({ id: place.id })
    download(file, file.name)
  }
  const discard = async () => {
    const place = draft.saving.place()
    const wanted = await confirm({ title: texts.discardQuestion, undoable: false, verb: texts.discard, dangerous: true })
    if (!wanted) return
    if (place) await invoices.deleteDraft.call({ id: place.id })
    await queries.invalidateQueries({ queryKey: invoices.key(), refetchType: 'none' })
    notifyDone(texts.discarded)
    void navigate({ to: '/$company/factures', params: { company } })
  }
  return (
    <div className={classes.actions}>
      <div className={classes.total}>
        <Money value={draft.live.totals.grossCents} strong />
        {issue.complaint && (
          <span role="alert" className={classes.complaint}>
            {issue.complaint}
          </span>
        )}
      </div>
      <Group gap={0} wrap="nowrap">
        <Button className={classes.main ?? ''} loading={issue.busy} onClick={() => void issue.ask(true)}>
          {texts.issueAndSend}
        </Button>
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <ActionIcon className={classes.more ?? ''} variant="filled" size={36} aria-label={texts.otherActions}>
              <IconChevronDown {...icon} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconFileCheck {...icon} />} onClick={() => void issue.ask(false)}>
              {texts.issueWithoutSending}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconEye {...icon} />}
              disabled={!draft.saving.place()}
              onClick={() => void preview().catch(notifyRefused)}
            >
              {texts.downloadPreview}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item leftSection={<IconTrash {...icon} />} color="red.8" onClick={() => void discard().catch(notifyRefused)}>
              {texts.discardDraft}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </div>
  )
}
