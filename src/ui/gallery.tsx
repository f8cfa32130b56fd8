/** Every part of the look on one page, in development only: to look at it, and to copy from it. */
import { createRoute, notFound } from '@tanstack/react-router'
import { companyRoute, page } from './routes.tsx'
import { listSearch } from './search.tsx'

export const galleryRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: 'galerie',
  validateSearch: listSearch,
  beforeLoad: () => {
    if (!import.meta.env.DEV) throw notFound()
  },
  ...(import.meta.env.DEV && { component: page(() => import('./gallery/gallery-page.tsx'), 'GalleryPage') }),
})
