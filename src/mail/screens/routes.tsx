import { createRoute } from '@tanstack/react-router'
import { companyRoute, page } from '#ui/routes'
import { listSearch, searchChoice } from '#ui/search'

export const mailboxRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'courrier',
  validateSearch: listSearch.extend({ view: searchChoice(['all', 'waiting', 'failed']) }),
  component: page(() => import('./mailbox.tsx'), 'MailboxPage'),
})

export const routes = [mailboxRoute] as const
