/** The comparison as a table: agreement by set and syntax, and by rule. */
import { type Comparison, compare, type Outcome } from './compare.ts'
import { type Case, OFFICIAL_PACKS, type OfficialPack } from './corpora.ts'

export const SETS: readonly Case['set'][] = ['rule cases', 'whole invoices', 'mutants']
/** The least share that agrees, of each set: under it the comparison fails. */
export const THRESHOLDS: Readonly<Record<Case['set'], number>> = { 'rule cases': 1, 'whole invoices': 0.998, mutants: 0.995 }

const SYNTAXES: readonly Case['syntax'][] = ['CII', 'UBL']

export type Agreement = {
  readonly set: Case['set']
  readonly syntax: Case['syntax']
  readonly pack: OfficialPack
  /** Documents that have an official verdict. */
  readonly documents: number
  /** Of these, with exactly the official set of fatal rules. */
  readonly agreeing: number
  /** Documents whose every difference has its reason. */
  readonly reasoned: number
  /** Documents the official engine gave no verdict on, and we did. */
  readonly alone: number
}

/** Of one rule: documents where both verdicts name it, and where only one does. */
export type RuleAgreement = {
  readonly pack: OfficialPack
  readonly syntax: Case['syntax']
  readonly rule: string
  agreed: number
  missed: number
  added: number
}

export type Report = {
  readonly agreements: readonly Agreement[]
  readonly rules: readonly RuleAgreement[]
  readonly disagreeing: readonly Comparison[]
  readonly unreadable: readonly string[]
}

export function reportOn(cases: readonly Case[]): Report {
  const outcomes: readonly Outcome[] = cases.map(compare)
  const comparisons = outcomes.flatMap((outcome) => outcome.comparisons)
  const agreements = SETS.flatMap((set) =>
    SYNTAXES.flatMap((syntax) =>
      OFFICIAL_PACKS.map((pack): Agreement => {
        const mine = comparisons.filter((one) => one.case.set === set && one.case.syntax === syntax && one.pack === pack)
        const judged = mine.filter((one) => !one.isAlone)
        return {
          set,
          syntax,
          pack,
          documents: judged.length,
          agreeing: judged.filter((one) => one.disagreements.length === 0).length,
          reasoned: judged.filter((one) => one.disagreements.length > 0 && one.disagreements.every((difference) => difference.reason))
            .length,
          alone: mine.length - judged.length,
        }
      }),
    ),
  ).filter(({ documents, alone }) => documents + alone > 0)
  return {
    agreements,
    rules: ruleByRule(comparisons),
    disagreeing: comparisons.filter((one) => one.disagreements.length > 0),
    unreadable: outcomes.flatMap((outcome, index) =>
      outcome.unreadable === undefined ? [] : [`${cases[index]?.name ?? ''}: ${outcome.unreadable}`],
    ),
  }
}

function ruleByRule(comparisons: readonly Comparison[]): RuleAgreement[] {
  const rows = new Map<string, RuleAgreement>()
  const count = ({ pack, case: { syntax } }: Comparison, rule: string, kind: 'agreed' | 'missed' | 'added') => {
    const key = `${pack} ${rule} ${syntax}`
    const row = rows.get(key) ?? { pack, syntax, rule, agreed: 0, missed: 0, added: 0 }
    row[kind] += 1
    rows.set(key, row)
  }
  for (const comparison of comparisons) {
    for (const rule of comparison.agreed) count(comparison, rule, 'agreed')
    for (const { rule, kind } of comparison.disagreements) count(comparison, rule, kind)
  }
  return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

export function shareOf(agreements: readonly Agreement[], set: Case['set'], pack?: OfficialPack): number {
  const mine = agreements.filter((one) => one.set === set && (pack === undefined || one.pack === pack))
  const documents = mine.reduce((sum, one) => sum + one.documents, 0)
  return documents === 0 ? 1 : mine.reduce((sum, one) => sum + one.agreeing, 0) / documents
}
