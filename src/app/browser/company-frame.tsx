import { Outlet } from '@tanstack/react-router'
import { Shell } from '#ui/shell'
import { useNavigation } from './navigation.tsx'
import { SessionGate } from './session.tsx'
import { signOut } from './sign-out.tsx'

/** Every page of a company stands in this. */
export function CompanyFrame() {
  return (
    <SessionGate>
      <FramedPage />
    </SessionGate>
  )
}

function FramedPage() {
  const navigation = useNavigation()
  return (
    <Shell navigation={navigation} onSignOut={() => void signOut()}>
      <Outlet />
    </Shell>
  )
}
