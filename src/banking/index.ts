/** The front door of the bank for other capabilities. The formats can be used alone: no database, no network. */
import type { OperationsOf } from '#platform/api'
import { accounts, saveAccount, saveMapping } from './accounts.ts'
import type { bankingContract } from './contract.ts'
import { lines, statements } from './lists.ts'
import { fields, texts } from './texts.ts'
import { withdraw } from './withdraw.ts'

export * from './formats/index.ts'
export type { StatementImportedFacts } from './events.ts'
export { askAboutFile, type Progress, type StoredFile, storeStatementFile } from './import.ts'
export { refusalSentence } from './texts.ts'
export { presentAsked, presentLine, presentStatement, totalOf, warningSentence } from './present.ts'
export type { StatementUpload } from './read-upload.ts'
export {
  accountsOf,
  countLines,
  findLine,
  type LineDetails,
  type LineRow,
  type LineState,
  listLines,
  lockLine,
  lockWaitingLines,
  setLineState,
  setLineWait,
  statementsOfFiles,
  waitingLines,
} from './store.ts'
export { linesSince, lockUndecidedLines, oppositeLines, type UndecidedLines, undecidedState } from './undecided-store.ts'

/** Importing settles what is certain, which is the business of reconciliation: it answers `import`. */
export const bankingOperations: Omit<OperationsOf<typeof bankingContract>, 'import'> = {
  accounts,
  saveAccount,
  saveMapping,
  statements,
  withdraw,
  lines,
}
export const bankingTexts = { refusals: { fr: texts.fr.refusals, en: texts.en.refusals }, fields }
