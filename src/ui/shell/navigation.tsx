import type { Icon } from '@tabler/icons-react'

/** An entry of the rail. */
export type NavigationEntry = {
  /** The page's address. */
  readonly href: string
  readonly label: string
  readonly icon: Icon
  /** The heading it stands under, when it is one of several. */
  readonly group?: string
  /** Only lit on that very page, not below it. */
  readonly exact?: boolean
  /** Stands in the bottom bar of a phone; the others are under "Plus". */
  readonly onPhone?: boolean
}

/** True when the page shown belongs to the entry. */
export function isCurrent(entry: NavigationEntry, pathname: string): boolean {
  const path = pathname.replace(/\/$/, '')
  return path === entry.href || (!entry.exact && path.startsWith(`${entry.href}/`))
}
