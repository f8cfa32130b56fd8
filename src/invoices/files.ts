import { documentOfInvoice } from '#archive'
import { Refusal } from '#core/refusal'
import { textsOf } from '#core/text'
import { writeCii } from '#einvoice'
import type { OperationsOf } from '#platform/api'
import type { ReadContext } from '#platform/context'
import { assemble } from './assemble.ts'
import type { invoicesContract } from './contract.ts'
import { draftLine, type StoredInvoice } from './draft.ts'
import { drawDocument } from './draw.ts'
import { buildDocument } from './rules/build-document.ts'
import { findInvoice, linesOf } from './store.ts'
import { texts } from './texts.ts'

type Operations = OperationsOf<typeof invoicesContract>

/** An issued document comes from the archive, byte for byte; a draft is drawn as it would be, marked as a draft. */
export const pdf: Operations['pdf'] = async (context, { id }) => {
  const stored = await findStored(context, id)
  if (stored.status === 'draft') return drawPreview(context, stored)
  const archived = await documentOfInvoice(context, id)
  if (!archived) throw new Refusal('document_being_drawn', { status: 409 })
  return new File([new Uint8Array(archived.bytes)], archived.file_name, { type: archived.media_type })
}

/** The CII inside the Factur-X: written again from the stored document, which never changes. */
export const xml: Operations['xml'] = async (context, { id }) => {
  const stored = await findStored(context, id)
  if (stored.document === null) throw new Refusal('invoice_not_issued', { status: 409 })
  return new File([writeCii(stored.document)], `${stored.document.number.replaceAll('/', '-')}.xml`, { type: 'text/xml' })
}

async function findStored(context: ReadContext, id: string): Promise<StoredInvoice> {
  const stored = await findInvoice(context, id)
  if (!stored) throw new Refusal('not_found', { status: 404 })
  return stored
}

async function drawPreview(context: ReadContext, stored: StoredInvoice): Promise<File> {
  const lines = (await linesOf(context, stored.id)).map(draftLine)
  const assembly = await assemble(context, stored, lines, stored.options.issuedOn ?? context.today)
  const words = textsOf(texts, assembly.locale)
  const document = { ...buildDocument({ ...assembly.facts, number: 'X' }), number: words.draftNumber }
  const bytes = await drawDocument(document, assembly, new TextEncoder().encode('<draft/>'), context.now)
  return new File([new Uint8Array(bytes)], `${words.draftFile}.pdf`, { type: 'application/pdf' })
}
