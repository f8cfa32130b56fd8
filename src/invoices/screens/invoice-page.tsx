/** One page for a document's whole life: a new draft, a draft, then the issued document. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCan } from '#ui/session'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { invoices } from './api.tsx'
import { DraftEditor } from './editor/draft-editor.tsx'
import { IssuedDocument } from './issued-document.tsx'
import { invoiceRoute, NEW } from './routes.tsx'

export function InvoicePage() {
  const { company, id } = invoiceRoute.useParams()
  const { customer } = invoiceRoute.useSearch()
  const navigate = invoiceRoute.useNavigate()
  const mayWrite = useCan('invoices:write')
  const isNew = id === NEW
  const blank = useQuery(invoices.blank.queryOptions({ enabled: isNew }))
  const invoice = useQuery(invoices.get.queryOptions({ input: { id }, enabled: !isNew }))
  const { editorKey, bear } = useEditorKey(id)
  const failed = isNew ? blank : invoice
  if (failed.isError && !failed.data) return <RefusedState error={failed.error} onRetry={() => void failed.refetch()} />
  const document = isNew ? undefined : invoice.data
  if (!document && !(isNew && blank.data)) return <LoadingSkeleton shape="form" rows={8} />
  if (document && (document.state !== 'draft' || !mayWrite)) return <IssuedDocument key={document.id} invoice={document} />
  return (
    <DraftEditor
      key={editorKey}
      company={company}
      invoice={document}
      blankPaper={blank.data?.paper}
      customerId={customer ?? null}
      onBorn={(bornId) => {
        bear(bornId)
        void navigate({ params: { company, id: bornId }, search: {}, replace: true, resetScroll: false })
      }}
    />
  )
}

/** A new draft keeps its editor, and the cursor in it, when the first save gives it an address of its own. */
function useEditorKey(id: string) {
  const [birth, setBirth] = useState<{ id: string; count: number; bornAs?: string }>({ id, count: 0 })
  // Coming back to "new" begins another draft.
  if (id !== birth.id) setBirth(id === NEW ? { id, count: birth.count + 1 } : { ...birth, id })
  const isSame = id === NEW || id === birth.bornAs
  return {
    editorKey: isSame ? `new-${birth.count}` : id,
    bear: (bornAs: string) => setBirth((now) => ({ ...now, bornAs })),
  }
}
