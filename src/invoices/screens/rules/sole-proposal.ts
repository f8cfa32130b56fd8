/** Which of the proposed items Enter takes: the only one whose name holds what is typed. */

const bare = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').trim()

/** Its place among the proposals; nothing when none or several could be meant. */
export function soleProposal(proposed: readonly { readonly name: string }[], typed: string): number | undefined {
  const words = bare(typed)
  if (words === '') return undefined
  const places = proposed.flatMap(({ name }, place) => (bare(name).includes(words) ? [place] : []))
  return places.length === 1 ? places[0] : undefined
}
