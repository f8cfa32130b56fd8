import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { companyRoute, page, rootRoute } from '#ui/routes'
import { searchText } from '#ui/search'

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'connexion',
  /** The page to come back to. */
  validateSearch: z.object({ suite: searchText }),
  component: page(() => import('./sign-in.tsx'), 'SignInPage'),
})

export const signInLinkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'connexion/lien/$token',
  component: page(() => import('./sign-in-link.tsx'), 'SignInLinkPage'),
})

export const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'invitation/$token',
  component: page(() => import('./invitation.tsx'), 'InvitationPage'),
})

export const teamRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'reglages/equipe',
  component: page(() => import('./team.tsx'), 'TeamPage'),
})

export const accessRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'reglages/mon-acces',
  component: page(() => import('./access.tsx'), 'AccessPage'),
})

/** Before any company. */
export const openRoutes = [signInRoute, signInLinkRoute, invitationRoute] as const
/** Within a company. */
export const routes = [teamRoute, accessRoute] as const
