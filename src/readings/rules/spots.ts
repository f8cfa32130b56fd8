/** The places of a sheet where a text stands, or a failure can be shown: fields, and groups of fields such as a line or a party. */

export type Spot = {
  /** Path in the invoice: `totals.gross`, `lines.2`. */
  readonly path: string
  /** Which failures of the verdict stand here, by their place in it. */
  readonly failures: readonly number[]
}

export type Field = Spot & {
  readonly label: string
  /** As a person reads it; empty when the file holds nothing there. */
  readonly text: string
}

/** What of a failure tells where it belongs. */
export type Placed = { readonly path: string; readonly term: string; readonly found: string | null }

type Open<T extends Spot> = Omit<T, 'failures'> & { failures: number[] }

/** Gathers the spots while the sheet is laid out, then gives each failure to the one that is nearest to its path. */
export function openSpots() {
  const byPath = new Map<string, { readonly path: string; readonly failures: number[] }>()

  function spot<T extends Omit<Spot, 'failures'>>(facts: T, also: readonly string[] = []): T & Spot {
    const opened: T & Open<Spot> = { ...facts, failures: [] }
    for (const path of [facts.path, ...also]) byPath.set(path, opened)
    return opened
  }

  return {
    group: (path: string): Spot => spot({ path }),
    /** `also` are paths of other fields that are read in this one. */
    field: (path: string, label: string, text: string, also: readonly string[] = []): Field => spot({ path, label, text }, also),
    /** Where each failure stands. What no spot shows gets one of its own, in `elsewhere`; a fault of the file itself has none. */
    place(failures: readonly Placed[]): { readonly spots: readonly (string | undefined)[]; readonly elsewhere: readonly Field[] } {
      const elsewhere: Field[] = []
      const spots = failures.map((failure, index) => {
        if (failure.path === '') return undefined
        let path = failure.path
        while (path !== '' && !byPath.has(path)) path = path.slice(0, Math.max(0, path.lastIndexOf('.')))
        if (path === '') elsewhere.push(spot({ path: failure.path, label: failure.term, text: failure.found ?? '' }))
        const found = byPath.get(path === '' ? failure.path : path)
        found?.failures.push(index)
        return found?.path
      })
      return { spots, elsewhere }
    },
  }
}

export type Spots = ReturnType<typeof openSpots>

/** What the file does not hold is shown only where it is missed. */
export const isShown = ({ failures, text }: Field): boolean => text !== '' || failures.length > 0
