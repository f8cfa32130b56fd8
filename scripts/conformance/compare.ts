/** Our verdict beside the official one, rule by rule. */
import { judge, readInvoice } from '#einvoice'
import { type Case, type Expectation, OFFICIAL_PACKS, type OfficialPack } from './corpora.ts'
import { REASONS } from './reasons.ts'

export type Disagreement = {
  readonly rule: string
  /** `missed`: the official rule fails and ours does not; `added`: the other way round. */
  readonly kind: 'missed' | 'added'
  /** Why we hold ours right, when we do. */
  readonly reason?: string
}

export type Comparison = {
  readonly case: Case
  readonly pack: OfficialPack
  /** No official verdict: ours stands alone. */
  readonly isAlone: boolean
  /** Rules that fail in both verdicts. */
  readonly agreed: readonly string[]
  readonly disagreements: readonly Disagreement[]
}

/** What is unreadable fails nothing by name, and is told apart. */
export type Outcome = { readonly comparisons: readonly Comparison[]; readonly unreadable?: string }

export function compare(subject: Case): Outcome {
  let failing: Map<string, Set<string>>
  try {
    failing = failingRules(subject)
  } catch (error) {
    const unreadable = error instanceof Error ? error.message : String(error)
    // What no rule can judge fails none; a whole invoice with an official verdict must be read.
    const isJudged = OFFICIAL_PACKS.some((pack) => {
      const expected = subject.expected[pack]
      return expected !== undefined && (subject.set !== 'rule cases' || expected.failing.size > 0)
    })
    const disagreements = [{ rule: unreadable, kind: 'missed' as const }]
    return { unreadable, comparisons: isJudged ? [{ case: subject, pack: 'EN16931', isAlone: false, agreed: [], disagreements }] : [] }
  }
  const comparisons = OFFICIAL_PACKS.filter((pack) => pack in subject.expected).flatMap((pack): Comparison[] => {
    const expected = subject.expected[pack]
    if (!expected) return subject.set === 'rule cases' ? [] : [{ case: subject, pack, isAlone: true, agreed: [], disagreements: [] }]
    const ours = failing.get(pack) ?? new Set<string>()
    const agreed = [...expected.failing].filter((rule) => ours.has(rule))
    return [{ case: subject, pack, isAlone: false, agreed, disagreements: disagreements(subject, expected, ours) }]
  })
  return { comparisons }
}

function failingRules(subject: Case): Map<string, Set<string>> {
  const { failures } = judge(readInvoice(subject.bytes()))
  const failing = new Map<string, Set<string>>()
  for (const { pack, rule, severity } of failures) {
    if (severity !== 'fatal' && subject.set !== 'rule cases') continue
    const rules = failing.get(pack)
    if (rules) rules.add(rule)
    else failing.set(pack, new Set([rule]))
  }
  return failing
}

function disagreements(subject: Case, { failing, among }: Expectation, ours: ReadonlySet<string>): Disagreement[] {
  const isJudged = (rule: string) => !among || among.has(rule)
  const told = (rule: string, kind: Disagreement['kind']): Disagreement => {
    const reason = REASONS.find((known) => known.matches(subject, rule, kind))?.why
    return reason === undefined ? { rule, kind } : { rule, kind, reason }
  }
  return [
    ...[...failing].filter((rule) => !ours.has(rule)).map((rule) => told(rule, 'missed')),
    ...[...ours].filter((rule) => isJudged(rule) && !failing.has(rule)).map((rule) => told(rule, 'added')),
  ]
}
