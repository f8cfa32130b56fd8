import { eventKind } from '#platform/events'

export type StatementImportedFacts = {
  readonly fileName: string
  readonly sha256: string
  readonly statements: number
  readonly newLines: number
  readonly knownLines: number
}

/** A bank file was read and its lines kept. */
export const statementImported = eventKind<StatementImportedFacts>('statement.imported')
