/** The gate: company pages are shown to someone signed in, to whom the company is open; others go to sign-in and come back. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useLocation, useParams, useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { companyRoute } from '#ui/routes'
import { type Session, SessionContext } from '#ui/session'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { NotFound } from './not-found.tsx'

/** What `people.me` answers. */
export type Me = {
  readonly person: Session['person']
  readonly companies: readonly { readonly slug: string; readonly name: string; readonly permissions: readonly string[] }[]
}

/** Undefined means signed out, which is an answer and not a mistake. */
export const meQuery = queryOptions({
  queryKey: [['people', 'me'], { type: 'query' }],
  queryFn: async ({ signal }): Promise<Me | null> => {
    const response = await fetch('/api/me', { signal, credentials: 'same-origin' })
    if (response.status === 401) return null
    if (!response.ok) throw new Error(`people.me answered ${response.status}`)
    return (await response.json()) as Me
  },
  staleTime: Infinity,
})

export function SessionGate({ children }: { children: ReactNode }) {
  const me = useQuery(meQuery)
  const { company: slug } = useParams({ from: companyRoute.id })
  if (me.isPending) return <LoadingSkeleton />
  if (me.isError) return <RefusedState error={me.error} onRetry={() => void me.refetch()} />
  if (me.data === null) return <ToSignIn />
  const company = me.data.companies.find((open) => open.slug === slug)
  if (!company) return <NotFound />
  const session: Session = { person: me.data.person, companies: me.data.companies, company, permissions: new Set(company.permissions) }
  return <SessionContext value={session}>{children}</SessionContext>
}

function ToSignIn() {
  const router = useRouter()
  const { href } = useLocation()
  useEffect(() => {
    void router.navigate({ href: `/connexion?suite=${encodeURIComponent(href)}`, replace: true })
  }, [router, href])
  return <LoadingSkeleton />
}
