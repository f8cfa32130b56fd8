import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { company } from './api.tsx'

/** The company's logo as an address for the paper; nothing when it has none. */
export function useLogo(): string | undefined {
  const { data: facts } = useQuery(company.get.queryOptions({ staleTime: Infinity }))
  const { data: file } = useQuery(company.logo.queryOptions({ enabled: facts?.hasLogo === true, staleTime: Infinity }))
  const address = useMemo(() => (file instanceof Blob ? URL.createObjectURL(file) : undefined), [file])
  useEffect(
    () => () => {
      if (address !== undefined) URL.revokeObjectURL(address)
    },
    [address],
  )
  return address
}
