/** Who is signed in, as every screen may ask. The application provides it once the session is known. */
import { createContext, use } from 'react'

export type Session = {
  readonly person: { readonly id: string; readonly name: string; readonly email: string }
  readonly companies: readonly { readonly slug: string; readonly name: string }[]
  /** The company of this address, when it is open to the person. */
  readonly company: { readonly slug: string; readonly name: string }
  /** Rights in this company, such as `invoices:write`. */
  readonly permissions: ReadonlySet<string>
}

export const SessionContext = createContext<Session | undefined>(undefined)

export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('this part belongs under a company page, where the session is known')
  return session
}

/** True when the role permits it: hide what cannot be done, the server refuses it anyway. */
export const useCan = (permission: string): boolean => useSession().permissions.has(permission)
