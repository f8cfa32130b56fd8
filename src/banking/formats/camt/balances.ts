import type { Balance } from '../model.ts'
import type { TypedBalance } from './values.ts'

export type Bounds = { readonly opening?: Balance; readonly closing?: Balance }

/**
 * Which balances open and close the statement: OPBD (or PRCD, the close of the day before) and CLBD; a page in the middle, or an intraday
 * report, has interim ones (ITBD) in their place. Several of one kind: the earliest opens, the latest closes.
 */
export function boundsOf(balances: readonly TypedBalance[]): Bounds {
  const of = (type: string): readonly Balance[] => balances.filter((typed) => typed.type === type).map((typed) => typed.balance)
  const interim = of('ITBD')
  const firmOpening = earliest(of('OPBD')) ?? earliest(of('PRCD'))
  const firmClosing = latest(of('CLBD'))
  const interimCanOpen = firmClosing !== undefined || interim.length > 1
  const opening = firmOpening ?? (interimCanOpen ? earliest(interim) : undefined)
  const closing = firmClosing ?? latest(interim)
  return { ...(opening && { opening }), ...(closing && { closing }) }
}

function earliest(balances: readonly Balance[]): Balance | undefined {
  let found: Balance | undefined
  for (const balance of balances) if (!found || (balance.on ?? '') < (found.on ?? '')) found = balance
  return found
}

function latest(balances: readonly Balance[]): Balance | undefined {
  let found: Balance | undefined
  for (const balance of balances) if (!found || (balance.on ?? '') >= (found.on ?? '')) found = balance
  return found
}
