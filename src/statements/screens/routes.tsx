import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { companyRoute, page } from '#ui/routes'
import { searchDay } from '#ui/search'

export const statementRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'clients/$id/releve',
  /** The period; a year until today when none. */
  validateSearch: z.object({ du: searchDay, au: searchDay }),
  component: page(() => import('./statement.tsx'), 'StatementPage'),
})

export const routes = [statementRoute] as const
