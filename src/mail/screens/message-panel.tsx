import { Button, Group } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatInstant } from '#core/text'
import { download } from '#ui/download'
import { Fact, Facts, Section } from '#ui/facts'
import { useLocale, useTexts } from '#ui/locale'
import { notifyDone, notifyRefused } from '#ui/notify'
import { useSave } from '#ui/save'
import { useCan } from '#ui/session'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { texts as mailTexts } from '../texts.ts'
import { mail } from './api.tsx'
import { MailStatus } from './mail-status.tsx'
import classes from './message-panel.module.css'

/** One message, drawn as its reader saw it, in a frame where nothing of it can run. */
export function MessagePanel({ id }: { id: string }) {
  const texts = useTexts(mailTexts)
  const locale = useLocale()
  const mayResend = useCan('mail:write')
  const message = useQuery(mail.get.queryOptions({ input: { id } }))
  const { save: resend, saving } = useSave(mail.resend.mutationOptions(), {
    refreshes: [mail.key()],
    onSaved: () => notifyDone(texts.resent),
  })
  if (message.isPending) return <LoadingSkeleton shape="form" rows={4} />
  if (message.isError) return <RefusedState error={message.error} onRetry={() => void message.refetch()} />
  const { attachments, attempts, createdAt, html, lastError, sentAt, state, subject, to } = message.data
  return (
    <>
      <Facts>
        <Fact label={texts.to}>{to.join(', ')}</Fact>
        <Fact label={texts.at}>{formatInstant(sentAt ?? createdAt, locale)}</Fact>
        <Fact label={texts.state}>
          <MailStatus state={state} />
        </Fact>
        {lastError !== null && (
          <Fact label={texts.lastError}>
            {lastError} ({texts.attempts(attempts)})
          </Fact>
        )}
      </Facts>
      {state === 'failed' && mayResend && (
        <Button my="sm" loading={saving} onClick={() => resend({ id })}>
          {texts.resend}
        </Button>
      )}
      {attachments.length > 0 && (
        <Section title={texts.attachments}>
          <Group gap="sm">
            {attachments.map(({ fileName, place }) => (
              <Button
                key={place}
                variant="default"
                leftSection={<IconPaperclip size={16} aria-hidden />}
                onClick={() => void save(id, place, fileName)}
              >
                {fileName}
              </Button>
            ))}
          </Group>
        </Section>
      )}
      <Section title={texts.message}>
        <iframe
          className={classes.message}
          title={subject}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={inNewPages(html)}
        />
      </Section>
    </>
  )
}

async function save(id: string, place: number, fileName: string): Promise<void> {
  try {
    download(await mail.attachment.call({ id, place }), fileName)
  } catch (error) {
    notifyRefused(error)
  }
}

/** Links of the message open beside the application, not in the small frame. */
const inNewPages = (html: string): string => html.replace('<head>', '<head><base target="_blank">')
