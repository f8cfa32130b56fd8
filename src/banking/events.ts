import { eventKind } from '#platform/events'

export type StatementImportedFacts = {
  readonly fileName: string
  readonly sha256: string
  readonly statements: number
  readonly newLines: number
  readonly knownLines: number
}

type StatementWithdrawnFacts = {
  readonly fileName: string
  readonly sha256: string
  readonly statements: number
  readonly lines: number
  readonly linesKept: number
}

/** A bank file was read and its lines kept. */
export const statementImported = eventKind<StatementImportedFacts>('statement.imported')

/** …and taken back: imported by mistake. The file stays in the archive. */
export const statementWithdrawn = eventKind<StatementWithdrawnFacts>('statement.withdrawn')
