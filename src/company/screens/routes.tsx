import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { companyRoute, page, rootRoute } from '#ui/routes'
import { searchChoice } from '#ui/search'

/** The guided start, before any company: who you are. */
export const foundingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'bienvenue',
  component: page(() => import('./start/founding.tsx'), 'FoundingPage'),
})

export const STEPS = ['apparence', 'paiement', 'numerotation', 'client'] as const
export type Step = (typeof STEPS)[number]

/** The rest of it, once the company has its address; outside the company's frame, so that one thing is asked at a time. */
export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '$company/bienvenue',
  validateSearch: z.object({ etape: searchChoice(STEPS) }),
  component: page(() => import('./start/start.tsx'), 'StartPage'),
})

export const identityRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'reglages',
  component: page(() => import('./identity-page.tsx'), 'IdentityPage'),
})

export const lookRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'reglages/apparence',
  component: page(() => import('./look-page.tsx'), 'LookPage'),
})

export const paymentRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'reglages/paiement',
  component: page(() => import('./payment-page.tsx'), 'PaymentPage'),
})

export const numberingRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'reglages/numerotation',
  component: page(() => import('./numbering-page.tsx'), 'NumberingPage'),
})

export const openRoutes = [foundingRoute, startRoute] as const
export const routes = [identityRoute, lookRoute, paymentRoute, numberingRoute] as const
