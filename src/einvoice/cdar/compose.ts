import type { Day } from '#core/day'
import type { LifecycleMessage, LifecycleParty, LifecycleStatus, LocalTime, StatusDetail } from './model.ts'
import { INVOICE_GUIDELINE } from './rules/message.ts'
import { statusRow } from './statuses.ts'

export type StatusNews = {
  readonly status: LifecycleStatus
  readonly invoice: {
    readonly number: string
    readonly typeCode: string
    readonly issuedOn: Day
    readonly seller: LifecycleParty
    /** When the seller's platform took it, or the buyer's received it. */
    readonly receivedAt?: LocalTime
  }
  /** Who says it; a platform, without a name, for a status of the transmission. */
  readonly issuer: LifecycleParty
  readonly recipients: readonly LifecycleParty[]
  /** When the status was given, and when the message is written. */
  readonly postedAt: LocalTime
  readonly createdAt: LocalTime
  /** MDT-2; regulated invoices unless told otherwise. */
  readonly process?: string
  readonly details?: readonly Omit<StatusDetail, 'sequence'>[]
}

const digits = (text: string): string => text.replace(/\D/g, '')

/** The message that tells one status of one invoice, named and numbered as XP Z12-014 does: `F2026-1_212_20261121100500#380_20261101`. */
export function composeStatus(news: StatusNews): LifecycleMessage {
  const { status, invoice, issuer, recipients, postedAt, createdAt, process = 'REGULATED', details = [] } = news
  const row = statusRow(status)
  const label = row?.fr
  return {
    process,
    guideline: INVOICE_GUIDELINE,
    id: `${invoice.number}_${status}_${digits(postedAt)}#${invoice.typeCode}_${digits(invoice.issuedOn)}`,
    ...(label === undefined ? {} : { name: `CDV-${status}_${label}` }),
    createdAt,
    sender: { role: 'WK' },
    issuer,
    recipients,
    acknowledgements: [
      {
        isMultiple: false,
        phase: row?.phase ?? '23',
        postedAt,
        invoices: [
          {
            number: invoice.number,
            ...(row?.documentStatus === undefined ? {} : { documentStatus: row.documentStatus }),
            typeCode: invoice.typeCode,
            ...(invoice.receivedAt === undefined ? {} : { receivedAt: invoice.receivedAt }),
            issuedOn: invoice.issuedOn,
            status,
            ...(label === undefined ? {} : { label }),
            seller: invoice.seller,
            ...(details.length === 0 ? {} : { details: numbered(details) }),
          },
        ],
      },
    ],
  }
}

function numbered(details: readonly Omit<StatusDetail, 'sequence'>[]): StatusDetail[] {
  return details.map((detail, index) => Object.assign({}, detail, { sequence: String(index + 1) }))
}
