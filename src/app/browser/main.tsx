import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { UiProvider } from '#ui/provider'
import { createQueryClient, watchSessionEnd } from './queries.tsx'
import { createAppRouter } from './router.tsx'
import { meQuery } from './session.tsx'

const queries = createQueryClient()
watchSessionEnd(queries, meQuery.queryKey)
const router = createAppRouter(queries)
const root = document.querySelector('#app')
if (!root) throw new Error('the page has no #app')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <UiProvider>
        <RouterProvider router={router} />
      </UiProvider>
    </QueryClientProvider>
  </StrictMode>,
)
