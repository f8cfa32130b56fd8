import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { companyRoute, page } from '#ui/routes'
import { listSearch, searchText } from '#ui/search'

export const bankRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'banque',
  /** `view`: the state of the lines shown; `panel`: the line that is open; `account`: of one account only. */
  validateSearch: listSearch.extend({ account: searchText }),
  component: page(() => import('./bank-page.tsx'), 'BankPage'),
})

export const rulesRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'banque/regles',
  /** `regle`: the rule that is being edited; `ligne`: the line that a new one is made from. */
  validateSearch: z.object({ regle: searchText, ligne: searchText }),
  component: page(() => import('./rules-page.tsx'), 'RulesPage'),
})

export const routes = [bankRoute, rulesRoute] as const
