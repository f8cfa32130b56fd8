/** The rule packs in force. A new release of one of them is a folder of rules and a row here; the older row stays, for invoices of its time. */
import type { Reading, Syntax } from '../reading.ts'
import { type BindingBreach, type BindingIndex, type BindingRule, indexed } from './binding/binding-rule.ts'
import { ciiRules } from './binding/cii/rules.ts'
import { codeListRules } from './binding/code-lists.ts'
import { frenchCiiRules, frenchUblRules } from './binding/french.ts'
import { ublRules } from './binding/ubl/rules.ts'
import { unusedRules } from './binding/unused.ts'
import { allowanceRules } from './en16931/allowances.ts'
import { codeRules } from './en16931/codes.ts'
import { decimalRules } from './en16931/decimals.ts'
import { documentRules } from './en16931/document.ts'
import { lineRules } from './en16931/lines.ts'
import { partyRules } from './en16931/parties.ts'
import { paymentRules } from './en16931/payment.ts'
import { totalRules } from './en16931/totals.ts'
import { conditionRules } from './en16931/vat/conditions.ts'
import { rowRules } from './en16931/vat/rows.ts'
import { specialRules } from './en16931/vat/special.ts'
import { lawRules } from './encours/law.ts'
import { numberRules } from './encours/numbers.ts'
import { documentRules as frenchDocumentRules } from './french/documents.ts'
import { figureRules } from './french/figures.ts'
import { identityRules } from './french/identity.ts'
import { noteRules } from './french/notes.ts'
import { partyRules as frenchPartyRules } from './french/parties.ts'
import { taxRules } from './french/tax.ts'
import type { Rule } from './rule.ts'
import { structureBreaches, structureRules } from './structure/rules.ts'

export type PackName = 'EN16931' | 'BR-FR' | 'ENCOURS'

export type RulePack = {
  readonly name: PackName
  readonly version: string
  /** The day it was published, and the day from which platforms refuse by it. */
  readonly publishedOn: string
  readonly appliesFrom: string
  readonly rules: readonly Rule[]
  /** Codes, judged on an invoice that is not yet a file; in a file the binding judges them. */
  readonly codes?: readonly Rule[]
  /** Rules on the file, by its syntax. */
  readonly binding?: Readonly<Record<Syntax, BindingIndex>>
  /** What the schema of a file would refuse; not asked where the schema itself has judged. */
  readonly structure?:
    | { readonly rules: readonly BindingRule[]; readonly breaches: (reading: Reading) => readonly BindingBreach[] }
    | undefined
}

const bindings = (rules: Readonly<Record<Syntax, readonly BindingRule[]>>) => ({ CII: indexed(rules.CII), UBL: indexed(rules.UBL) })

export const RULE_PACKS: readonly RulePack[] = [
  {
    name: 'EN16931',
    version: '1.3.16',
    publishedOn: '2026-04-14',
    appliesFrom: '2026-04-14',
    rules: [
      ...documentRules,
      ...partyRules,
      ...paymentRules,
      ...lineRules,
      ...allowanceRules,
      ...totalRules,
      ...decimalRules,
      ...rowRules,
      ...conditionRules,
      ...specialRules,
    ],
    codes: codeRules,
    binding: bindings({
      CII: [...ciiRules, ...codeListRules.CII, ...unusedRules.CII],
      UBL: [...ublRules, ...codeListRules.UBL, ...unusedRules.UBL],
    }),
  },
  {
    name: 'BR-FR',
    version: '1.4.0.03',
    publishedOn: '2026-08-04',
    appliesFrom: '2026-09-01',
    rules: [...identityRules, ...noteRules, ...frenchPartyRules, ...frenchDocumentRules, ...taxRules, ...figureRules],
    binding: bindings({ CII: frenchCiiRules, UBL: frenchUblRules }),
  },
  {
    name: 'ENCOURS',
    version: '4',
    publishedOn: '2026-11-22',
    appliesFrom: '2026-11-22',
    rules: [...lawRules, ...numberRules],
    structure: { rules: structureRules, breaches: structureBreaches },
  },
]

/** The packs platforms judge by on a day: of each name the last one that applies. */
export function packsInForce(on: string, packs: readonly RulePack[] = RULE_PACKS): readonly RulePack[] {
  const latest = new Map<PackName, RulePack>()
  for (const pack of packs) {
    const known = latest.get(pack.name)
    if (pack.appliesFrom <= on && (!known || known.appliesFrom <= pack.appliesFrom)) latest.set(pack.name, pack)
  }
  return [...latest.values()]
}
