/** What ties a failure of the list to its field on the paper: choosing one goes to the other. */
import { createContext, use, useEffect, useMemo, useState } from 'react'
import type { Failure } from './api.tsx'

type Side = 'list' | 'paper' | 'keys'
type Chosen = { readonly index: number; readonly from: Side }

export type Marks = {
  readonly failures: readonly Failure[]
  /** Blocking ones first, as they are listed. */
  readonly order: readonly number[]
  readonly spots: readonly (string | undefined)[]
  readonly chosen: number | undefined
  readonly choose: (index: number, from: Side) => void
  /** The next one, or the one before. */
  readonly move: (step: number) => void
  readonly leave: () => void
}

export const MarksContext = createContext<Marks | undefined>(undefined)

export function useMarked(): Marks {
  const marks = use(MarksContext)
  if (!marks) throw new Error('this part belongs beside a verdict')
  return marks
}

export const listId = (index: number): string => `defaut-${index}`
export const spotId = (path: string): string => `champ-${path.replaceAll('.', '-')}`

export function useMarks(failures: readonly Failure[], spots: Marks['spots']): Marks {
  const [chosen, setChosen] = useState<Chosen>()
  const order = useMemo(
    () => [...failures.keys()].sort((a, b) => Number(failures[a]?.severity === 'warning') - Number(failures[b]?.severity === 'warning')),
    [failures],
  )
  useEffect(() => {
    if (!chosen) return
    const spot = spots[chosen.index]
    const onPaper = spot === undefined ? null : document.querySelector<HTMLElement>(`#${CSS.escape(spotId(spot))}`)
    const inList = document.querySelector<HTMLElement>(`#${listId(chosen.index)}`)
    if (chosen.from !== 'paper') goTo(onPaper, 'center', chosen.from === 'list')
    if (chosen.from !== 'list') goTo(inList, 'nearest', chosen.from === 'paper')
  }, [chosen, spots])
  const choose = (index: number, from: Side) => setChosen({ index, from })
  return {
    failures,
    order,
    spots,
    chosen: chosen?.index,
    choose,
    move: (step) => {
      const place = chosen ? order.indexOf(chosen.index) : step > 0 ? -1 : order.length
      const next = order[Math.min(Math.max(place + step, 0), order.length - 1)]
      if (next !== undefined) choose(next, 'keys')
    },
    leave: () => setChosen(undefined),
  }
}

function goTo(element: HTMLElement | null, block: ScrollLogicalPosition, withFocus: boolean): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  if (withFocus) element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block, behavior: calm ? 'instant' : 'smooth' })
}
