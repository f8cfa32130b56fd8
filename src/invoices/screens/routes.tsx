import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { companyRoute, page } from '#ui/routes'
import { listSearch, searchText } from '#ui/search'

export const invoiceListRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'factures',
  /** Those of one customer only. */
  validateSearch: listSearch.extend({ customer: searchText }),
  component: page(() => import('./list/invoice-list.tsx'), 'InvoiceList'),
})

/** In the place of an id: an invoice nobody has begun. One route for both, so that nothing moves under the cursor when the draft is first saved. */
export const NEW = 'nouvelle'

export const invoiceRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'factures/$id',
  /** The customer a new invoice begins with. */
  validateSearch: z.object({ customer: searchText }),
  component: page(() => import('./invoice-page.tsx'), 'InvoicePage'),
})

export const routes = [invoiceListRoute, invoiceRoute] as const
