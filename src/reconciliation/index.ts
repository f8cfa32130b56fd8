import type { OperationsOf } from '#platform/api'
import { accept } from './accept.ts'
import type { reconciliationContract } from './contract.ts'
import { matchByHand } from './match-by-hand.ts'
import { refuse } from './refuse.ts'
import { bringBack, setAside } from './set-aside.ts'
import { saveSettings } from './settings.ts'
import { fields, refusals } from './texts.ts'
import { undo } from './undo.ts'
import { createRule, deleteRule, moveRule, rules, saveRule, switchRule } from './user-rules/edit.ts'
import { testRule } from './user-rules/try-on-past.ts'
import { applyRule, undoApplication } from './user-rules/use.ts'
import { candidates, line, summary, worklist } from './worklist.ts'

export { verifyBookings } from './booking-store.ts'
export { lineBooked, lineBroughtBack } from './events.ts'
export { importStatement } from './import-statement.ts'
export { reconciliationJobs } from './jobs.ts'

export const reconciliationOperations: OperationsOf<typeof reconciliationContract> = {
  summary,
  worklist,
  line,
  candidates,
  accept,
  matchByHand,
  undo,
  setAside,
  bringBack,
  refuse,
  rules,
  createRule,
  saveRule,
  switchRule,
  moveRule,
  deleteRule,
  testRule,
  applyRule,
  undoApplication,
  saveSettings,
}
export const reconciliationTexts = { refusals, fields }
