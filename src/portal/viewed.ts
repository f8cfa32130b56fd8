import type { Id } from '#core/ids'
import { dayInParis } from '#core/day'
import { invoiceViewed } from '#invoices'
import type { Clock } from '#platform/clock'
import type { WriteDoor } from '#platform/write-door'
import type { HostedDocument } from './hosted-document.ts'

/** States that the customer opened the document, once a day: the key of the day makes the second opening the same write. */
export async function noteViewed(parts: { write: WriteDoor; clock: Clock }, companyId: Id, hosted: HostedDocument): Promise<void> {
  const { customerId, document, id } = hosted
  await parts.write(
    {
      operation: 'portal.view',
      companyId,
      personId: undefined,
      actor: { kind: 'link', name: hosted.customerName },
      locale: hosted.locale,
      input: { invoiceId: id },
      idempotencyKey: `portal.view ${id} ${dayInParis(parts.clock.now())}`,
    },
    async (context) => {
      context.record(invoiceViewed({ invoiceId: id, customerId }, { number: document.number }))
    },
  )
}
