import { findLine, presentLine } from '#banking'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { userRulesContract } from './contract.ts'
import { ruleApplicationUndone } from '../events.ts'
import { applyRules } from './apply.ts'
import { bringBackSome } from './bring-back.ts'
import { ruleNow } from './edit.ts'
import { applyLater, bringBackLater } from './jobs.ts'
import { endApplication, linesOfApplication, lockApplication } from './store.ts'

type Operations = OperationsOf<typeof userRulesContract>

/** The rule takes the lines that wait, where no rule before it fits. */
export const applyRule: Operations['applyRule'] = async (context, { ruleId }) => {
  const { active } = await ruleNow(context, ruleId)
  if (!active) throw new Refusal('rule_switched_off', { status: 409 })
  const { applications, count, goesOn } = await applyRules(context, { lines: 'all', occasion: 'waiting', ruleId })
  if (goesOn) await applyLater(context, { ruleId, applications })
  return { lines: count, applicationId: count > 0 ? (applications[ruleId] ?? null) : null, goesOn }
}

/** Lines told of those that somebody changed since. */
const LINES_TOLD = 50

/** Brings back all that one go of a rule decided. What somebody changed since stays as it is, and is told. */
export const undoRuleApplication: Operations['undoRuleApplication'] = async (context, { applicationId }) => {
  const application = await lockApplication(context, applicationId)
  if (!application) throw new Refusal('not_found', { status: 404 })
  if (application.undone_at !== null) throw new Refusal('application_already_undone', { status: 409 })
  const changed = await linesOfApplication(context, applicationId, 'changed')
  const { count, goesOn } = await bringBackSome(context, applicationId)
  await endApplication(context, applicationId)
  if (goesOn) await bringBackLater(context, applicationId)
  context.record(ruleApplicationUndone({}, { ruleId: application.rule_id, name: application.name, applicationId, lines: count }))
  const rows = await Promise.all(changed.slice(0, LINES_TOLD).map((lineId) => findLine(context, lineId)))
  const told = rows.flatMap((row) => (row ? [presentLine(row)] : []))
  return { broughtBack: count, changed: changed.length, changedLines: told, goesOn }
}
