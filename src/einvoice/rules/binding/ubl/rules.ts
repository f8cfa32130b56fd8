import type { BindingRule } from '../binding-rule.ts'
import { alikeRules } from './alike.ts'
import { amountRules } from './amounts.ts'
import { onceRules } from './once.ts'
import { partyRules } from './parties.ts'

/** The rules of the UBL binding that are fatal. */
export const ublRules: readonly BindingRule[] = [...onceRules, ...partyRules, ...amountRules, ...alikeRules]
