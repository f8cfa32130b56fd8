/** The two routes every page hangs from. A capability's `screens/routes.tsx` hangs its own under them (see README.md). */
import { createRootRouteWithContext, createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'

export type RouterContext = { readonly queryClient: QueryClient }

/** Parent of pages that need no company: sign-in, guided start. */
export const rootRoute = createRootRouteWithContext<RouterContext>()()

/** Parent of everything else; its first segment is the company's slug and it is only shown to someone signed in. */
export const companyRoute = createRoute({ getParentRoute: () => rootRoute, path: '$company' })

/** A page loaded when it is needed, or hovered: `page(() => import('./list.tsx'), 'CustomerList')`. */
export function page<Name extends string>(load: () => Promise<Readonly<Record<Name, unknown>>>, name: Name): RouteComponent {
  return lazyRouteComponent(load as () => Promise<Record<Name, RouteComponent>>, name)
}
