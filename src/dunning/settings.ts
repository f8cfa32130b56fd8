import type { OperationsOf } from '#platform/api'
import type { dunningContract } from './contract.ts'
import { MINIMUM_GAP_DAYS, type Rule } from './rules/decide.ts'
import { loadRule, saveRule } from './store.ts'

type Operations = OperationsOf<typeof dunningContract>

export const settings: Operations['settings'] = async (context) => present(await loadRule(context))

export const saveSettings: Operations['saveSettings'] = async (context, rule) => {
  await saveRule(context, rule)
  return present(rule)
}

const present = ({ delayDays, enabled }: Rule) => ({ enabled, delayDays, minimumGapDays: MINIMUM_GAP_DAYS })
