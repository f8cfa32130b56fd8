import type { OperationsOf } from '#platform/api'
import { accept } from './accept.ts'
import type { reconciliationContract } from './contract.ts'
import { matchByHand } from './match-by-hand.ts'
import { refuse } from './refuse.ts'
import { bringBack, setAside } from './set-aside.ts'
import { saveSettings } from './settings.ts'
import { fields, refusals } from './texts.ts'
import { undo } from './undo.ts'
import { candidates, line, summary, worklist } from './worklist.ts'

import { importProgress, runningImports } from './long-import.ts'

export { importStatement } from './import-statement.ts'
export { longImportJobs } from './long-import.ts'
export { reconciliationJobs } from './jobs.ts'

export const reconciliationOperations: OperationsOf<typeof reconciliationContract> = {
  runningImports,
  importProgress,
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
  saveSettings,
}
export const reconciliationTexts = { refusals, fields }
