/** A document without leaving the list: what is owed, what came in, what happened; and the most wanted actions. */
import { Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { download } from '#ui/download'
import { Fact, Facts } from '#ui/facts'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { notifyRefused } from '#ui/notify'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { invoices } from '../api.tsx'
import { DocumentStatus } from '../document-status.tsx'
import { DocumentFacts } from '../issued-document.tsx'
import { documentTexts } from '../texts-document.ts'
import { listTexts } from '../texts-list.ts'

export function InvoicePanel({ company, id }: { company: string; id: string }) {
  const texts = useTexts(listTexts)
  const words = useTexts(documentTexts)
  const { data: invoice, error, refetch } = useQuery(invoices.get.queryOptions({ input: { id } }))
  if (error) return <RefusedState error={error} onRetry={() => void refetch()} />
  if (!invoice) return <LoadingSkeleton shape="list" rows={6} />
  const isDraft = invoice.state === 'draft'
  const save = async () => {
    const file = await invoices.pdf.call({ id })
    download(file, file.name)
  }
  return (
    <>
      <Group justify="space-between" mb="md">
        <DocumentStatus kind={invoice.kind} state={invoice.state} />
        {isDraft && (
          <Button variant="default" component={Link} to={`/${company}/factures/${id}`}>
            {texts.continueDraft}
          </Button>
        )}
        {!isDraft && (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.5} aria-hidden />}
            onClick={() => void save().catch(notifyRefused)}
          >
            {words.downloadPdf}
          </Button>
        )}
      </Group>
      <Facts>
        <Fact label={words.grossTotal}>
          <Money value={invoice.totals.total} />
        </Fact>
        {isDraft && <Fact label={words.customer}>{invoice.customerName || texts.noCustomer}</Fact>}
      </Facts>
      {!isDraft && <DocumentFacts invoice={invoice} company={company} />}
    </>
  )
}
