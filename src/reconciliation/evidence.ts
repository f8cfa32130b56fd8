import type { ReadContext, WriteContext } from '#platform/context'
import { evidenceSentence } from './rules/evidence-texts.ts'
import type { Evidence } from './rules/index.ts'

/** Reasons with their sentences, in the reader's language. */
export const inWords = (context: ReadContext, evidence: readonly Evidence[]) =>
  evidence.map(({ code, facts }) => ({ code, facts: { ...facts }, sentence: evidenceSentence({ code, facts }, context.locale) }))

/** That a person decided it, and who. */
export const byHand = ({ actor }: WriteContext, code: 'by_hand' | 'booked_by_hand' = 'by_hand'): Evidence[] => [
  { code, facts: actor.kind === 'person' ? { name: actor.name } : {} },
]
