import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { companyRoute, page } from '#ui/routes'

export const checkRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'controle',
  /** The file that is open, among those dropped since the page was loaded; all of them when none. */
  validateSearch: z.object({ fichier: z.number().int().optional().catch(undefined) }),
  component: page(() => import('./check-page.tsx'), 'CheckPage'),
})

export const routes = [checkRoute] as const
