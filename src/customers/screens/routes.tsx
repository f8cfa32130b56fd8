import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { companyRoute, page } from '#ui/routes'
import { listSearch, searchChoice } from '#ui/search'

export const customerListRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'clients',
  validateSearch: listSearch,
  component: page(() => import('./list.tsx'), 'CustomerList'),
})

export const newCustomerRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'clients/nouveau',
  component: page(() => import('./new-customer.tsx'), 'NewCustomerPage'),
})

export const TABS = ['factures', 'coordonnees', 'echanges'] as const
export type Tab = (typeof TABS)[number]

export const customerRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'clients/$id',
  validateSearch: z.object({ onglet: searchChoice(TABS) }),
  component: page(() => import('./customer.tsx'), 'CustomerPage'),
})

export const routes = [customerListRoute, newCustomerRoute, customerRoute] as const
