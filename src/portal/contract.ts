import { z } from 'zod'
import { dayOut, id, reads, refusals } from '#platform/contract'

export const portalContract = {
  link: reads('invoices:read')
    .route({
      method: 'GET',
      path: '/invoices/{id}/link',
      summary: 'The address at which the customer opens the issued document, without a password',
    })
    .input(z.object({ id }))
    .output(z.object({ url: z.string(), expiresOn: dayOut }))
    .errors(refusals({ not_found: 404, invoice_not_issued: 409 })),
}
