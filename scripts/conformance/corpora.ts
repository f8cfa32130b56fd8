/** The verdicts of the official rules on third-party documents. They lie outside the project: `ENCOURS_CORPORA` says where. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(process.env['ENCOURS_CORPORA'] ?? '../shared/corpora', 'einvoice')

export const hasCorpora = existsSync(join(ROOT, 'whole-invoices.json'))
export const ABSENT = `The corpora are absent (${ROOT}): set ENCOURS_CORPORA to judge our rules against the official verdicts.`

export type OfficialPack = 'EN16931' | 'BR-FR'
export const OFFICIAL_PACKS: readonly OfficialPack[] = ['EN16931', 'BR-FR']

/** Number of failures by rule; `id~` is a warning. `engineError` instead when the official engine gave no verdict. */
type OfficialVerdict = Readonly<Record<string, number | string>>

/** One document and what the official rules say of it. */
export type Case = {
  readonly name: string
  readonly set: 'rule cases' | 'whole invoices' | 'mutants'
  readonly syntax: 'CII' | 'UBL'
  readonly bytes: () => Uint8Array
  /** Rules that must fail, and none else of those judged; undefined where the official engine gave no verdict. */
  readonly expected: Readonly<Partial<Record<OfficialPack, Expectation | undefined>>>
}

/** All fatal rules when `among` is absent; only those named there otherwise. */
export type Expectation = { readonly failing: ReadonlySet<string>; readonly among?: ReadonlySet<string> }

const read = (file: string): Uint8Array => readFileSync(join(ROOT, file))
const json = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'))

function expectationOf(verdict: OfficialVerdict | undefined): Expectation | undefined {
  if (!verdict || 'engineError' in verdict) return undefined
  return { failing: new Set(Object.keys(verdict).filter((rule) => !rule.endsWith('~'))) }
}

const expectations = (document: Readonly<Record<OfficialPack, OfficialVerdict>>): Case['expected'] =>
  Object.fromEntries(OFFICIAL_PACKS.map((pack) => [pack, expectationOf(document[pack])]))

type WholeInvoice = { readonly file: string; readonly syntax: 'CII' | 'UBL' } & Readonly<Record<OfficialPack, OfficialVerdict>>

function wholeInvoices(): Case[] {
  const { documents } = json('whole-invoices.json') as { readonly documents: readonly WholeInvoice[] }
  return documents.map((document) => ({
    name: document.file,
    set: 'whole invoices',
    syntax: document.syntax,
    bytes: () => read(document.file),
    expected: expectations(document),
  }))
}

type Mutant = {
  readonly id: string
  readonly base: string
  readonly op: string
  readonly path: string
  readonly syntax: 'CII' | 'UBL'
  readonly start: number
  readonly end: number
  readonly text: string
} & Readonly<Record<OfficialPack, OfficialVerdict>>

function mutants(): Case[] {
  const { mutants: all } = json('mutants.json') as { readonly mutants: readonly Mutant[] }
  const bases = new Map<string, string>()
  const baseText = (file: string): string => {
    const text = bases.get(file) ?? readFileSync(join(ROOT, file), 'utf8')
    bases.set(file, text)
    return text
  }
  return all.map((mutant) => ({
    name: `${mutant.id} ${mutant.op} ${mutant.path} = ${JSON.stringify(mutant.text.slice(0, 30))}`,
    set: 'mutants',
    syntax: mutant.syntax,
    bytes: () => {
      const text = baseText(mutant.base)
      return new TextEncoder().encode(text.slice(0, mutant.start) + mutant.text + text.slice(mutant.end))
    },
    expected: expectations(mutant),
  }))
}

type RuleCase = {
  readonly id: string
  readonly file: string
  readonly syntax: 'CII' | 'UBL'
  readonly complete?: boolean
  readonly expect: {
    readonly pass: readonly string[]
    readonly fail: Readonly<Record<string, number>>
    readonly warn: Readonly<Record<string, number>>
  }
}

const packOf = (rule: string): OfficialPack => (rule.startsWith('BR-FR') ? 'BR-FR' : 'EN16931')

/** A case of one rule judges that rule alone; a complete one all fatal rules. Warnings count as failures of their rule. */
function ruleCases(): Case[] {
  const { cases } = json('rule-cases.json') as { readonly cases: readonly RuleCase[] }
  return cases.map(({ id, file, syntax, complete, expect }) => {
    const failing = [...Object.keys(expect.fail), ...(complete === true ? [] : Object.keys(expect.warn))]
    const judged = [...expect.pass, ...failing]
    const expected = OFFICIAL_PACKS.map((pack): readonly [OfficialPack, Expectation | undefined] => {
      const ofPack = (rules: readonly string[]) => new Set(rules.filter((rule) => packOf(rule) === pack))
      if (complete === true) return [pack, { failing: ofPack(failing) }]
      return [pack, ofPack(judged).size > 0 ? { failing: ofPack(failing), among: ofPack(judged) } : undefined]
    })
    return { name: id, set: 'rule cases', syntax, bytes: () => read(file), expected: Object.fromEntries(expected) }
  })
}

export const allCases = (): readonly Case[] => [...ruleCases(), ...wholeInvoices(), ...mutants()]
