export { archiveDocument, type ArchivedKind, documentByHash, documentOfInvoice, type NewDocument } from './store.ts'
export { type ArchiveVerdict, verifyArchive } from './verify.ts'
