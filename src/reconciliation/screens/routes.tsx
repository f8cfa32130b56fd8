import { createRoute } from '@tanstack/react-router'
import { companyRoute, page } from '#ui/routes'
import { listSearch, searchText } from '#ui/search'

export const bankRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'banque',
  /** `view`: the state of the lines shown; `panel`: the line that is open; `account`: of one account only. */
  validateSearch: listSearch.extend({ account: searchText }),
  component: page(() => import('./bank-page.tsx'), 'BankPage'),
})

export const routes = [bankRoute] as const
