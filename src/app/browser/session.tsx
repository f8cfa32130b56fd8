/** The gate: company pages are shown to someone signed in, to whom the company is open; others go to sign-in and come back. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useLocation, useParams, useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { refusalOf } from '#ui/api'
import { useLocale } from '#ui/locale'
import { companyRoute } from '#ui/routes'
import { type Session, SessionContext } from '#ui/session'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { NotFound } from './not-found.tsx'
import { people } from './people.tsx'

export type Me = Awaited<ReturnType<typeof people.me.call>>

/** Null means signed out, which is an answer and not a mistake. */
export const meQuery = queryOptions({
  queryKey: people.me.queryKey(),
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await people.me.call(undefined, { signal })
    } catch (error) {
      if (refusalOf(error)?.status === 401) return null
      throw error
    }
  },
  staleTime: Infinity,
})

export function SessionGate({ children }: { children: ReactNode }) {
  const me = useQuery(meQuery)
  useToldLanguage(me.data)
  const { company: slug } = useParams({ from: companyRoute.id })
  if (me.isPending) return <LoadingSkeleton />
  if (me.isError) return <RefusedState error={me.error} onRetry={() => void me.refetch()} />
  if (me.data === null) return <ToSignIn />
  const company = me.data.companies.find((open) => open.slug === slug)
  if (!company) return <NotFound />
  const session: Session = { person: me.data.person, companies: me.data.companies, company, permissions: new Set(company.permissions) }
  return <SessionContext value={session}>{children}</SessionContext>
}

/** Messages to the person are written in the language they read here. */
function useToldLanguage(me: Me | null | undefined): void {
  const locale = useLocale()
  const known = me?.person.language
  useEffect(() => {
    // Said again at the next visit if it did not come through.
    if (known !== undefined && known !== locale) people.saveLanguage.call({ language: locale }).catch(() => undefined)
  }, [known, locale])
}

function ToSignIn() {
  const router = useRouter()
  // Where the person was going: while the sign-in page loads, the location is already its own.
  const [href] = useState(useLocation().href)
  useEffect(() => {
    void router.navigate({ href: `/connexion?suite=${encodeURIComponent(href)}`, replace: true })
  }, [router, href])
  return <LoadingSkeleton />
}
