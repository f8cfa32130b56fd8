/** The door of the embedded database: a real PostgreSQL that Encours starts itself (decisions/0002-embedded-postgresql.md). */
export { DatabaseStartError, type DatabaseStartCode } from './launcher/errors.ts'
export { findRunningDatabase } from './launcher/join.ts'
export { startDatabase, type RunningDatabase, type StartDatabaseOptions } from './launcher/start.ts'
