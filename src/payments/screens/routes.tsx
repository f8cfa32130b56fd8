import { createRoute } from '@tanstack/react-router'
import { companyRoute, page } from '#ui/routes'
import { listSearch, searchFlag, searchText } from '#ui/search'

export const paymentListRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'paiements',
  /** `customer`: theirs only; `new`: the form of a payment typed by hand is open. */
  validateSearch: listSearch.extend({ customer: searchText, new: searchFlag }),
  component: page(() => import('./payment-list.tsx'), 'PaymentList'),
})

export const routes = [paymentListRoute] as const
