import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { company } from './api.tsx'

/** The company's logo as an address for the paper; nothing when it has none. */
export function useLogo(): string | undefined {
  const { data: facts } = useQuery(company.get.queryOptions({ staleTime: Infinity }))
  const { data: file } = useQuery(company.logo.queryOptions({ enabled: facts?.hasLogo === true, staleTime: Infinity }))
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!(file instanceof Blob)) return undefined
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}
