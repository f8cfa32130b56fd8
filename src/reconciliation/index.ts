import type { OperationsOf } from '#platform/api'
import { accept } from './accept.ts'
import type { reconciliationContract } from './contract.ts'
import { matchByHand } from './match-by-hand.ts'
import { refund, returnable, takeBack } from './match-out.ts'
import { refuse } from './refuse.ts'
import { bringBack, setAside } from './set-aside.ts'
import { saveSettings } from './settings.ts'
import { fields, refusals } from './texts.ts'
import { undo } from './undo.ts'
import { candidates, line, summary, worklist } from './worklist.ts'

export { type CollectionFacts, paymentCollected, paymentUncollected } from './events.ts'
export { importStatement } from './import-statement.ts'
export { lookBack } from './look-back.ts'
export { reconciliationJobs } from './jobs.ts'

export const reconciliationOperations: OperationsOf<typeof reconciliationContract> = {
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
  saveSettings,
}
export const reconciliationTexts = { refusals, fields }
