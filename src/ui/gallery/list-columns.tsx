import type { CardOf, Column } from '../data-list.tsx'
import { DaysLate, DayText } from '../day.tsx'
import { useTexts } from '../locale.tsx'
import { Money } from '../money.tsx'
import { type Meaning, StatusBadge } from '../status.tsx'
import type { SampleInvoice, SampleStatus } from './sample.tsx'
import { galleryTexts } from './texts.tsx'

type GalleryTexts = typeof galleryTexts.fr

export function InvoiceStatus({ status }: { status: SampleStatus }) {
  const texts = useTexts(galleryTexts)
  const faces: Record<SampleStatus, { meaning: Meaning; word: string }> = {
    late: { meaning: 'late', word: texts.statusLate },
    due: { meaning: 'plain', word: texts.statusDue },
    draft: { meaning: 'draft', word: texts.draft },
    paid: { meaning: 'paid', word: texts.statusPaid },
  }
  return <StatusBadge meaning={faces[status].meaning}>{faces[status].word}</StatusBadge>
}

const nextAction = (status: SampleStatus, texts: GalleryTexts): string =>
  ({ late: texts.remind, due: texts.remindLater, draft: texts.issue, paid: texts.nothing })[status]

export const sampleColumns = (texts: GalleryTexts, total: string): Column<SampleInvoice>[] => [
  { key: 'customer', title: texts.customer, render: ({ customer }) => customer, footer: texts.outstanding },
  { key: 'number', title: texts.number, render: ({ number }) => number },
  { key: 'dueOn', title: texts.dueOn, render: ({ dueOn, sentAt }) => <DayText day={dueOn} at={sentAt} />, optional: true },
  { key: 'status', title: texts.status, render: ({ status }) => <InvoiceStatus status={status} /> },
  { key: 'next', title: texts.next, render: ({ status }) => nextAction(status, texts), optional: true, wideOnly: true },
  { key: 'late', title: texts.daysLate, figures: true, render: ({ daysLate }) => <DaysLate days={daysLate} /> },
  {
    key: 'due',
    title: texts.amountDue,
    figures: true,
    render: ({ dueAmount }) => <Money value={dueAmount} strong />,
    footer: <Money value={total} />,
  },
]

export const sampleCard =
  (texts: GalleryTexts): CardOf<SampleInvoice> =>
  (row) => ({
    name: row.customer,
    detail: row.number || texts.draft,
    amount: <Money value={row.dueAmount} />,
    late: <DaysLate days={row.daysLate} />,
    status: <InvoiceStatus status={row.status} />,
  })
