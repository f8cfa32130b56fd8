import { sql } from 'kysely'
import type { Id } from '#core/ids'
import type { Tenant, WriteContext } from '#platform/context'
import type { Db } from '#platform/db'

export type ArchivedKind = 'invoice' | 'credit_note' | 'reminder' | 'bank_statement'

export type NewDocument = {
  readonly kind: ArchivedKind
  readonly invoiceId?: Id
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Keeps a document byte for byte and returns its SHA-256 (hex). One hash chain per company: a document removed would show. */
export async function archiveDocument(context: WriteContext, document: NewDocument): Promise<string> {
  const result = await sql<{
    sha256: string
  }>`select archive_document(${context.companyId}, ${document.kind}, ${document.invoiceId ?? null},
    ${document.fileName}, ${document.mediaType}, ${Buffer.from(document.bytes)}, ${context.now}) as sha256`.execute(context.db)
  const sha256 = result.rows[0]?.sha256
  if (sha256 === undefined) throw new Error('the archive gave no hash')
  return sha256
}

export async function documentOfInvoice(tenant: Tenant, invoiceId: Id) {
  return tenant.db
    .selectFrom('archived_documents')
    .select(['file_name', 'media_type', 'bytes', 'sha256', 'archived_at'])
    .where('company_id', '=', tenant.companyId)
    .where('invoice_id', '=', invoiceId)
    .where('kind', 'in', ['invoice', 'credit_note'])
    .executeTakeFirst()
}

export async function documentByHash(tenant: Tenant, sha256: string) {
  return tenant.db
    .selectFrom('archived_documents')
    .select(['file_name', 'media_type', 'bytes', 'sha256', 'archived_at'])
    .where('company_id', '=', tenant.companyId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
}

/** Documents in order, a batch at a time, for the verification of the archive. */
export async function documentsAfter(db: Db, companyId: Id, seq: bigint, limit: number) {
  return db
    .selectFrom('archived_documents')
    .select(['seq', 'sha256', 'prev_chain', 'chain', 'file_name', 'bytes'])
    .where('company_id', '=', companyId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

export async function archiveHead(db: Db, companyId: Id) {
  return db.selectFrom('archive_heads').select(['seq', 'chain']).where('company_id', '=', companyId).executeTakeFirst()
}
