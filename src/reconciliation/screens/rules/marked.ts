/** Cuts a text where something was recognised in it, so that the screen can underline it. */
export type Mark<Kind> = { readonly kind: Kind; readonly text: string }
export type Piece<Kind> = { readonly at: number; readonly text: string; readonly kind?: Kind }

export function markedPieces<Kind>(text: string, marks: readonly Mark<Kind>[]): Piece<Kind>[] {
  const places = marks
    .flatMap(({ kind, text: wanted }) => {
      const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted.toLowerCase())
      return at === -1 ? [] : [{ at, end: at + wanted.length, kind }]
    })
    .toSorted((a, b) => a.at - b.at)
  const pieces: Piece<Kind>[] = []
  let done = 0
  for (const { at, end, kind } of places) {
    if (at < done) continue
    if (at > done) pieces.push({ at: done, text: text.slice(done, at) })
    pieces.push({ at, text: text.slice(at, end), kind })
    done = end
  }
  if (done < text.length) pieces.push({ at: done, text: text.slice(done) })
  return pieces
}
