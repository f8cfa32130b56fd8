/** The command palette (Ctrl+K): pages, actions, and whatever the server finds. */
import type { Icon } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'

export type PaletteEntry = {
  readonly id: string
  readonly label: string
  readonly description?: string
  /** By which it is also found, and not shown. */
  readonly words?: string
  readonly icon?: Icon
  /** An address of the application, or something to run. */
  readonly href?: string
  readonly run?: () => void
}

/** Asks the server; the shell waits a little between letters. */
export type PaletteSearch = (query: string, signal: AbortSignal) => Promise<readonly PaletteEntry[]>

let opened = false
const listeners = new Set<() => void>()

function setOpened(value: boolean): void {
  opened = value
  for (const listener of listeners) listener()
}

export const openPalette = (): void => setOpened(true)
export const closePalette = (): void => setOpened(false)

export function usePaletteOpened(): boolean {
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return useSyncExternalStore(subscribe, () => opened)
}
