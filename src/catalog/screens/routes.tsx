import { createRoute } from '@tanstack/react-router'
import { companyRoute, page } from '#ui/routes'
import { listSearch } from '#ui/search'

/** `panel` is an item's id, or `NEW` for one nobody has created. */
export const itemListRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'articles',
  validateSearch: listSearch,
  component: page(() => import('./list.tsx'), 'ItemList'),
})

export const NEW = 'nouveau'

export const routes = [itemListRoute] as const
