/** Banks repeat the short label at the start of the long one: a part that another part holds is not said twice. */
export function joinedText(parts: readonly string[]): string {
  return parts
    .filter(
      (part, index) => part !== '' && !parts.some((other, at) => at !== index && other.includes(part) && (other !== part || at < index)),
    )
    .join(' ')
}

/** Words by which a bank says what it did. */
const OPERATION =
  /^(?:\S+ )?(?:vire?(?:ment)?s?|prlv|prelevements?|prélèvements?|ch(?:e|è)ques?|chq|remises?|frais|comm?(?:issions?)?|cotis(?:ations?)?|cb|cartes?|retraits?|paiements?|factures?|echeances?|échéances?|interets?|intérêts?|agios|transfers?|deposits?|checks?|payments?|fees?|interest|debits?|credits?|dab|atm|pos)\b/iu

/** Whether a label is somebody's name: not what the bank did, and not a number. */
export const namesSomebody = (label: string): boolean => /\p{L}{2}/u.test(label) && !OPERATION.test(label)
