import type { OperationsOf } from '#platform/api'
import type { Jobs } from '#platform/jobs'
import type { WriteDoor } from '#platform/write-door'
import { accept } from './accept.ts'
import { answer } from './answer.ts'
import { application } from './application.ts'
import { applyCertain, applyNext } from './apply-certain.ts'
import { ask } from './ask.ts'
import { certain } from './certain.ts'
import type { reconciliationContract } from './contract.ts'
import { hold, release } from './hold.ts'
import { answerInvitation } from './invitation.ts'
import { reconciliationJobsWith, type Work } from './jobs.ts'
import { importProgress, runningImports } from './long-import.ts'
import { matchByHand } from './match-by-hand.ts'
import { refund, returnable, takeBack } from './match-out.ts'
import { walkOn } from './match-walk.ts'
import { refuse } from './refuse.ts'
import { bringBack, setAside } from './set-aside.ts'
import { saveSettings } from './settings.ts'
import { fields, refusals } from './texts.ts'
import { undo } from './undo.ts'
import { undoApplication, undoNext } from './undo-application.ts'
import { createRule, deleteRule, moveRule, rules, saveRule, switchRule } from './user-rules/edit.ts'
import { testRule } from './user-rules/try-on-past.ts'
import { applyRule, undoRuleApplication } from './user-rules/use.ts'
import { candidates, line, summary, worklist } from './worklist.ts'

export { verifyBookings } from './booking-store.ts'
export { type CollectionFacts, lineBooked, lineBroughtBack, paymentCollected, paymentUncollected, questionAsked } from './events.ts'
export { importStatement } from './import-statement.ts'
export { longImportJobs } from './long-import.ts'
export { lookBack } from './look-back.ts'
export { mailQuestion } from './question-mail.ts'

export const reconciliationOperations: OperationsOf<typeof reconciliationContract> = {
  runningImports,
  importProgress,
  summary,
  worklist,
  line,
  candidates,
  accept,
  matchByHand,
  takeBack,
  refund,
  returnable,
  undo,
  setAside,
  bringBack,
  refuse,
  hold,
  release,
  ask,
  answer,
  certain,
  applyCertain,
  application,
  undoApplication,
  answerInvitation,
  rules,
  createRule,
  saveRule,
  switchRule,
  moveRule,
  deleteRule,
  testRule,
  applyRule,
  undoRuleApplication,
  saveSettings,
}

const work: Work = {
  walkOn,
  // Each does nothing where it is the other's turn.
  goOnWith: async (context, applicationId) => (await applyNext(context, applicationId)) || undoNext(context, applicationId),
}
export const reconciliationJobs = (write: WriteDoor): Jobs => reconciliationJobsWith(write, work)

export const reconciliationTexts = { refusals, fields }
