/** The front door of the bank for other capabilities. The formats can be used alone: no database, no network. */
export * from './formats/index.ts'
