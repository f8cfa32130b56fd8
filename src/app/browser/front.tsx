/** The bare address: to the first company of the person, to the guided start when there is none yet, to sign-in when signed out. */
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { type Me, meQuery } from './session.tsx'

const addressFor = (me: Me | null): string => {
  if (me === null) return '/connexion'
  const [first] = me.companies
  return first ? `/${first.slug}` : '/bienvenue'
}

export function Front() {
  const router = useRouter()
  const me = useQuery(meQuery)
  const address = me.data === undefined ? undefined : addressFor(me.data)
  useEffect(() => {
    if (address) void router.navigate({ href: address, replace: true })
  }, [router, address])
  if (me.isError) return <RefusedState error={me.error} onRetry={() => void me.refetch()} />
  return <LoadingSkeleton />
}
