/**
 * Where a list goes on: the id of the last row shown, after its place in the order when it is not the id's own (`2026-11-21_0190…`).
 * What is no cursor of the list is refused: whoever asked would read its first page again and again.
 */
import { isDay } from '#core/day'
import { type Id, isId } from '#core/ids'
import { Refusal } from '#core/refusal'

export type Place = { readonly place: string; readonly id: Id }

export function idOfCursor(cursor: string | undefined): Id | undefined {
  if (cursor === undefined || isId(cursor)) return cursor
  throw unknown()
}

export function placeOfCursor(cursor: string | undefined, isPlace: (text: string) => boolean = isDay): Place | undefined {
  if (cursor === undefined) return undefined
  const [place = '', id = '', more] = cursor.split('_')
  if (more !== undefined || !isPlace(place) || !isId(id)) throw unknown()
  return { place, id }
}

/** A whole number that a column of 64 bits holds. */
export const isCount = (text: string): boolean => /^\d{1,18}$/.test(text)

/** An instant as answers write it. */
export const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text))

const unknown = (): Refusal => new Refusal('cursor_unknown', { status: 400, field: 'cursor' })
