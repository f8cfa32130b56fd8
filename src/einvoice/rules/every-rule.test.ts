/** Each fatal rule has a file that passes it and one that fails it: in the corpora, with the official verdict, or made by hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BINDING_CASES } from '../fixtures/rule-cases/binding.ts'
import { filesOf, type Row, same, written } from '../fixtures/rule-cases/case.ts'
import { FRENCH_CASES } from '../fixtures/rule-cases/french.ts'
import { STANDARD_CASES } from '../fixtures/rule-cases/standard.ts'
import { STRUCTURE_CASES } from '../fixtures/rule-cases/structure.ts'
import { CORPORA, hasCorpora, ifCorpora } from '../fixtures/schema.ts'
import { judge } from '../judge.ts'
import { readInvoice } from '../read.ts'
import type { Syntax } from '../reading.ts'
import { rulesIn } from './binding/binding-rule.ts'
import { RULE_PACKS, type RulePack } from './packs.ts'
import { bySyntax, type Severity } from './rule.ts'

const CASES: readonly Row[] = [...STANDARD_CASES, ...FRENCH_CASES, ...BINDING_CASES, ...STRUCTURE_CASES]
const SYNTAXES: readonly Syntax[] = ['CII', 'UBL']

const rulesBroken = (xml: string): ReadonlySet<string> =>
  new Set(judge(readInvoice(new TextEncoder().encode(xml))).failures.map(({ rule }) => rule))

describe('rules no official verdict shows failing', () => {
  test.each(CASES)('%s passes and fails in %s', (...row) => {
    const [rule] = row
    const [passing, failing] = filesOf(row)
    expect(rulesBroken(passing)).not.toContain(rule)
    expect(rulesBroken(failing)).toContain(rule)
  })

  test('the file they start from passes every rule, in both syntaxes', () => {
    expect([...rulesBroken(written('CII', same))]).toEqual([])
    expect([...rulesBroken(written('UBL', same))]).toEqual([])
  })
})

type Judged = { readonly id: string; readonly severity: Severity }

/** The rules of a pack, each as published for each syntax. */
function rulesOf({ rules, codes = [], binding, structure }: RulePack): readonly Judged[] {
  return SYNTAXES.flatMap((syntax): Judged[] => {
    const ofInvoice = [...rules, ...codes].map(({ id, severity }) => ({ id: bySyntax(id, syntax), severity: bySyntax(severity, syntax) }))
    return ofInvoice.concat(binding ? rulesIn(binding[syntax]) : [], structure?.rules ?? [])
  })
}

const fatalRules = (pack: RulePack): ReadonlySet<string> =>
  new Set(rulesOf(pack).flatMap(({ id, severity }) => (severity === 'fatal' ? id : [])))

type Verdict = Readonly<Record<string, unknown>>
type Document = Readonly<Record<'EN16931' | 'BR-FR', Verdict>>

/** What the official verdicts say of each rule: that a file passed it, that one failed it. */
function officialEvidence(): { readonly passed: Set<string>; readonly failed: Set<string> } {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(CORPORA, 'einvoice', file), 'utf8'))
  const { cases } = read('rule-cases.json') as {
    readonly cases: readonly { readonly expect: { readonly pass: readonly string[]; readonly fail: Verdict } }[]
  }
  const passed = new Set(cases.flatMap(({ expect: { pass } }) => pass))
  const failed = new Set(cases.flatMap(({ expect: { fail } }) => Object.keys(fail)))
  const { documents } = read('whole-invoices.json') as { readonly documents: readonly Document[] }
  const { mutants } = read('mutants.json') as { readonly mutants: readonly Document[] }
  for (const document of [...documents, ...mutants]) {
    for (const pack of ['EN16931', 'BR-FR'] as const)
      for (const rule of Object.keys(document[pack])) if (!rule.endsWith('~')) failed.add(rule)
  }
  // A whole invoice that breaks nothing passes every rule.
  const isClean = documents.some((document) => Object.keys(document['BR-FR']).length === 0 && Object.keys(document.EN16931).length === 0)
  if (isClean) for (const pack of RULE_PACKS) for (const rule of fatalRules(pack)) passed.add(rule)
  return { passed, failed }
}

describe('every fatal rule is shown passing and failing', () => {
  const byHand = new Set(CASES.map(([rule]) => rule))

  test('each hand-made case is of a rule that is judged', () => {
    const known = new Set(RULE_PACKS.flatMap((pack) => rulesOf(pack).map(({ id }) => id)))
    expect([...byHand].filter((rule) => !known.has(rule))).toEqual([])
  })

  test.skipIf(!hasCorpora).each(RULE_PACKS)(`of $name${ifCorpora}`, (pack) => {
    const { passed, failed } = officialEvidence()
    const unproven = [...fatalRules(pack)].filter((rule) => !byHand.has(rule) && !(passed.has(rule) && failed.has(rule)))
    expect(unproven).toEqual([])
  })
})
