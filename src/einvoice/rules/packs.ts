/** The rule packs in force. A new release of one of them is a folder of rules and a row here. */
import { documentRules } from './en16931/document.ts'
import { lineRules } from './en16931/lines.ts'
import { partyRules } from './en16931/parties.ts'
import { totalRules } from './en16931/totals.ts'
import { conditionRules } from './en16931/vat/conditions.ts'
import { rowRules } from './en16931/vat/rows.ts'
import { specialRules } from './en16931/vat/special.ts'
import { lawRules } from './encours/law.ts'
import { documentRules as frenchDocumentRules } from './french/documents.ts'
import { figureRules } from './french/figures.ts'
import { identityRules } from './french/identity.ts'
import { noteRules } from './french/notes.ts'
import { partyRules as frenchPartyRules } from './french/parties.ts'
import type { Rule } from './rule.ts'

export type PackName = 'EN16931' | 'BR-FR' | 'ENCOURS'

export type RulePack = { readonly name: PackName; readonly version: string; readonly rules: readonly Rule[] }

export const RULE_PACKS: readonly RulePack[] = [
  {
    name: 'EN16931',
    version: '1.3.16',
    rules: [...documentRules, ...partyRules, ...lineRules, ...totalRules, ...rowRules, ...conditionRules, ...specialRules],
  },
  {
    name: 'BR-FR',
    version: '1.4.0.03',
    rules: [...identityRules, ...noteRules, ...frenchPartyRules, ...frenchDocumentRules, ...figureRules],
  },
  { name: 'ENCOURS', version: '1', rules: lawRules },
]
