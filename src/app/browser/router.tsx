/** All pages. A capability adds its own by one line here: `...customers` from its `screens/routes.tsx`. */
import { createRoute, createRouter, type ErrorComponentProps } from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import { routes as dunning } from '#dunning/screens'
import { routes as catalog } from '#catalog/screens'
import { openRoutes as openCompany, routes as company } from '#company/screens'
import { routes as customers } from '#customers/screens'
import { routes as invoices } from '#invoices/screens'
import { routes as ledger } from '#ledger/screens'
import { routes as mail } from '#mail/screens'
import { routes as payments } from '#payments/screens'
import { openRoutes as openPeople, routes as people } from '#people/screens'
import { routes as receivables } from '#receivables/screens'
import { routes as statements } from '#statements/screens'
import { routes as reconciliation } from '#reconciliation/screens'
import { routes as verdicts } from '#verdicts/screens'
import { galleryRoute } from '#ui/gallery'
import { companyRoute, rootRoute } from '#ui/routes'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { CompanyFrame } from './company-frame.tsx'
import { Front } from './front.tsx'
import { NotFound } from './not-found.tsx'

const frontRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: Front })

companyRoute.update({ component: CompanyFrame })

/** Pages within a company. */
const companyPages = [
  ...customers,
  ...catalog,
  ...company,
  ...invoices,
  ...verdicts,
  ...payments,
  ...reconciliation,
  ...dunning,
  ...mail,
  ...receivables,
  ...statements,
  ...ledger,
  ...people,
  galleryRoute,
] as const
/** Pages before any company: sign-in, guided start. */
const openPages = [frontRoute, ...openPeople, ...openCompany] as const

const routeTree = rootRoute.addChildren([...openPages, companyRoute.addChildren([...companyPages])])

const PageProblem = ({ error, reset }: ErrorComponentProps) => <RefusedState error={error} onRetry={reset} />

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPendingComponent: LoadingSkeleton,
    defaultErrorComponent: PageProblem,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  // Declaration merging is how the router learns our addresses, and it needs an interface.
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
