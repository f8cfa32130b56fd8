import { lazy, Suspense, useState } from 'react'
import { type PaletteEntry, type PaletteSearch, usePaletteOpened } from '../palette.tsx'

const PaletteDialog = lazy(async () => ({ default: (await import('./palette-dialog.tsx')).PaletteDialog }))

/** Loads the palette when it is first wanted. */
export function PaletteHost(props: { pages: readonly PaletteEntry[]; search: PaletteSearch | undefined }) {
  const opened = usePaletteOpened()
  const [wanted, setWanted] = useState(false)
  if (opened && !wanted) setWanted(true)
  if (!wanted) return null
  return (
    <Suspense fallback={null}>
      <PaletteDialog {...props} />
    </Suspense>
  )
}
