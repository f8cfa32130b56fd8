import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type Company, company } from './api.tsx'

/** An address of the browser for the logo, as long as the page shows it; nothing when there is no logo. */
export function useLogoAddress({ hasLogo }: Company): string | undefined {
  const logo = useQuery(company.logo.queryOptions({ enabled: hasLogo, staleTime: Infinity }))
  const [address, setAddress] = useState<string>()
  const file = hasLogo ? logo.data : undefined
  useEffect(() => {
    if (!(file instanceof Blob)) return undefined
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => {
      URL.revokeObjectURL(made)
      setAddress(undefined)
    }
  }, [file])
  return address
}
