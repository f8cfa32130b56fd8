import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { companyRoute, page } from '#ui/routes'
import { searchChoice, searchDay, searchText } from '#ui/search'

export const homeRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/',
  component: page(() => import('./home.tsx'), 'HomePage'),
})

export const ORDERS = ['late', 'name'] as const

export const agedBalanceRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'balance-agee',
  /** `au`: the day it is drawn up for, today when none; `panel`: the customer whose invoices are shown. */
  validateSearch: z.object({ au: searchDay, ordre: searchChoice(ORDERS), panel: searchText }),
  component: page(() => import('./aged-balance.tsx'), 'AgedBalancePage'),
})

export const routes = [homeRoute, agedBalanceRoute] as const
