import { createRoute } from '@tanstack/react-router'
import { companyRoute, page } from '#ui/routes'
import { listSearch, searchChoice } from '#ui/search'

export const JOURNAL_CODES = ['VE', 'BQ', 'CA', 'OD'] as const

export const ledgerRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'comptabilite',
  validateSearch: listSearch.extend({ journal: searchChoice(JOURNAL_CODES) }),
  component: page(() => import('./ledger.tsx'), 'LedgerPage'),
})

export const routes = [ledgerRoute] as const
