import { useQuery } from '@tanstack/react-query'
import { type Company, company } from './api.tsx'

/** The logo as an address an image can bear; nothing when there is no logo. */
export function useLogoAddress({ hasLogo }: Company): string | undefined {
  const logo = useQuery({
    queryKey: [...company.logo.queryKey(), 'address'],
    queryFn: async () => dataAddress(await company.logo.call()),
    enabled: hasLogo,
    staleTime: Infinity,
  })
  return hasLogo ? logo.data : undefined
}

function dataAddress(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(reader.result as string))
    reader.addEventListener('error', () => reject(new Error('the logo could not be read')))
    reader.readAsDataURL(file)
  })
}
