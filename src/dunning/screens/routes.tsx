import { createRoute } from '@tanstack/react-router'
import { companyRoute, page } from '#ui/routes'
import { listSearch, searchChoice } from '#ui/search'

export const remindersRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'relances',
  validateSearch: listSearch.extend({ view: searchChoice(['todo', 'sent', 'rule']) }),
  component: page(() => import('./reminders.tsx'), 'RemindersPage'),
})

export const routes = [remindersRoute] as const
