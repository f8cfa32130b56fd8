import { Refusal } from '#core/refusal'
import { findInvoice } from '#invoices'
import type { OperationsOf } from '#platform/api'
import type { portalContract } from './contract.ts'
import type { HostedLinks } from './links.ts'
import { linkExpiry } from './rules/link.ts'

export function createPortalOperations(links: HostedLinks): OperationsOf<typeof portalContract> {
  return {
    link: async (context, { id }) => {
      const stored = await findInvoice(context, id)
      if (!stored) throw new Refusal('not_found', { status: 404 })
      if (stored.issued_on === null) throw new Refusal('invoice_not_issued', { status: 409 })
      const url = links(context.companyId, { id, issuedOn: stored.issued_on }, context.today)
      return { url, expiresOn: linkExpiry(stored.issued_on, context.today) }
    },
  }
}
