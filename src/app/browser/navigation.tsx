/** The rail: each noun and where it stands. An entry appears by itself once its route exists. */
import {
  IconBook2,
  IconBuildingBank,
  IconCash,
  IconChartBar,
  IconFileCheck,
  IconFileInvoice,
  IconHome,
  IconMail,
  IconMailForward,
  IconPackage,
  IconSettings,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import type { NavigationEntry } from '#ui/shell'
import { useTexts } from '#ui/locale'
import { useSession } from '#ui/session'
import { browserTexts } from './texts.tsx'

type Noun = keyof typeof browserTexts.fr
type Line = { readonly path: string; readonly noun: Noun; readonly icon: Icon; readonly group?: Noun; readonly onPhone?: boolean }

const LINES: readonly Line[] = [
  { path: '', noun: 'home', icon: IconHome, onPhone: true },
  { path: '/clients', noun: 'customers', icon: IconUsers, onPhone: true },
  { path: '/factures', noun: 'invoices', icon: IconFileInvoice, group: 'sales', onPhone: true },
  { path: '/articles', noun: 'items', icon: IconPackage, group: 'sales' },
  { path: '/controle', noun: 'verdicts', icon: IconFileCheck, group: 'sales' },
  { path: '/banque', noun: 'bank', icon: IconBuildingBank, group: 'collections', onPhone: true },
  { path: '/paiements', noun: 'payments', icon: IconCash, group: 'collections' },
  { path: '/relances', noun: 'dunning', icon: IconMailForward },
  { path: '/courrier', noun: 'mail', icon: IconMail },
  { path: '/balance-agee', noun: 'agedBalance', icon: IconChartBar, group: 'steering' },
  { path: '/comptabilite', noun: 'ledger', icon: IconBook2 },
  { path: '/reglages', noun: 'settings', icon: IconSettings },
]

export function useNavigation(): readonly NavigationEntry[] {
  const texts = useTexts(browserTexts)
  const router = useRouter()
  const { company } = useSession()
  const known = new Set(Object.keys(router.routesByPath).map((path) => path.replace(/\/$/, '')))
  const entryOf = ({ path, noun, icon, group, onPhone }: Line): NavigationEntry => ({
    href: `/${company.slug}${path}`,
    label: texts[noun],
    icon,
    exact: path === '',
    ...(group && { group: texts[group] }),
    ...(onPhone && { onPhone }),
  })
  return LINES.filter(({ path }) => known.has(`/$company${path}`)).map(entryOf)
}
