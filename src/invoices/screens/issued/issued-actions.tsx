import { Button, Menu } from '@mantine/core'
import { IconDownload, IconFileCode, IconFileMinus, IconSend, IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { download } from '#ui/download'
import { useTexts } from '#ui/locale'
import { notifyRefused } from '#ui/notify'
import { useCan } from '#ui/session'
import { type Invoice, invoices } from '../api.tsx'
import { documentTexts } from '../texts-document.ts'
import { CreditDialog } from './credit-dialog.tsx'
import { HostedLink } from './hosted-link.tsx'
import { SendDialog } from './send-dialog.tsx'

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const

/** PDF first: it is what one comes back for. The only way to change anything is a credit note. */
export function IssuedActions({ company, invoice }: { invoice: Invoice; company: string }) {
  const texts = useTexts(documentTexts)
  const mayWrite = useCan('invoices:write')
  const [dialog, setDialog] = useState<'send' | 'credit'>()
  const save = async (kind: 'pdf' | 'xml') => {
    const file = await invoices[kind].call({ id: invoice.id })
    download(file, file.name)
  }
  const fetchFile = (kind: 'pdf' | 'xml') => () => void save(kind).catch(notifyRefused)
  const canBeCredited = mayWrite && invoice.kind === 'invoice' && invoice.state !== 'credited' && invoice.number !== null
  return (
    <>
      {invoice.number !== null && <HostedLink invoiceId={invoice.id} />}
      <Button variant="default" leftSection={<IconDownload {...icon} />} onClick={fetchFile('pdf')}>
        {texts.downloadPdf}
      </Button>
      {canBeCredited && (
        <Button variant="default" leftSection={<IconFileMinus {...icon} />} onClick={() => setDialog('credit')}>
          {texts.correct}
        </Button>
      )}
      {invoice.number !== null && (
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <Button variant="default" px={10} aria-label={texts.otherActions}>
              <IconDots {...icon} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {mayWrite && (
              <Menu.Item leftSection={<IconSend {...icon} />} onClick={() => setDialog('send')}>
                {texts.sendAgain}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconFileCode {...icon} />} onClick={fetchFile('xml')}>
              {texts.downloadXml}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <SendDialog invoice={invoice} opened={dialog === 'send'} onClose={() => setDialog(undefined)} />
      <CreditDialog invoice={invoice} company={company} opened={dialog === 'credit'} onClose={() => setDialog(undefined)} />
    </>
  )
}
