/** The one question before a document becomes final: its number to come, its total, whom it goes to. */
import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconMailOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Dialog } from '#ui/dialog'
import { useTexts } from '#ui/locale'
import { Fact, Facts } from '#ui/facts'
import { Money } from '#ui/money'
import { invoices, mail } from '../api.tsx'
import { documentTexts } from '../texts-document.ts'
import classes from './issue-dialog.module.css'
import type { Draft } from './use-draft.tsx'
import type { Issue } from './use-issue.tsx'

export function IssueDialog({ draft, issue }: { draft: Draft; issue: Issue }) {
  const texts = useTexts(documentTexts)
  const isCredit = draft.kind === 'credit_note'
  return (
    <Dialog opened={issue.asking !== undefined} onClose={issue.cancel} title={isCredit ? texts.issueCreditQuestion : texts.issueQuestion}>
      {issue.asking && <Question draft={draft} issue={issue} send={issue.asking.send} />}
    </Dialog>
  )
}

function Question({ draft, issue, send }: { draft: Draft; issue: Issue; send: boolean }) {
  const texts = useTexts(documentTexts)
  const { data } = useQuery(invoices.numbering.queryOptions({ staleTime: 0 }))
  const { data: server } = useQuery(mail.server.queryOptions())
  const [address, setAddress] = useState('')
  const next = data?.series.find(({ kind }) => kind === draft.kind)?.next
  const recipient = draft.invoice?.customer?.recipient ?? null
  const asksAddress = send && recipient === null
  const sends = send && (recipient !== null || address !== '')
  const keeps = sends && server?.leaves === false
  const warnings = draft.invoice?.warnings ?? []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void issue.confirm(sends, asksAddress && address !== '' ? address : undefined)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Facts>
          <Fact label={texts.numberFact}>{next ?? '…'}</Fact>
          <Fact label={texts.customer}>{draft.invoice?.customerName}</Fact>
          <Fact label={texts.grossTotal}>
            <Money value={draft.live.totals.grossCents} strong />
          </Fact>
          {send && recipient && <Fact label={texts.sentTo}>{recipient}</Fact>}
        </Facts>
        {asksAddress && (
          <TextInput
            type="email"
            label={texts.sendTo}
            description={texts.noAddress}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
        )}
        {keeps && (
          <Alert icon={<IconMailOff size={20} aria-hidden />} color="gray">
            {texts.nothingLeaves}
          </Alert>
        )}
        {warnings.map(({ sentence }) => (
          <div key={sentence} className={classes.warning}>
            <IconAlertTriangle size={20} aria-hidden />
            <span>{sentence}</span>
          </div>
        ))}
        <Text c="dimmed">{texts.issueIsFinal}</Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={issue.cancel}>
            {texts.cancel}
          </Button>
          <Button type="submit" loading={issue.busy} data-autofocus={asksAddress ? undefined : true}>
            {keeps ? texts.issueAndKeep : sends ? texts.issueAndSend : texts.issueOnly}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
