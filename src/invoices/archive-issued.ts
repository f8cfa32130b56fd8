import { archiveDocument } from '#archive'
import { loadCompany } from '#company'
import type { Id } from '#core/ids'
import { toCents } from '#core/money'
import type { Locale } from '#core/text'
import { type Invoice, packFacturX, writeCii } from '#einvoice'
import type { WriteContext } from '#platform/context'
import type { WriteDoor } from '#platform/write-door'
import { type Drawing, drawDocument } from './draw.ts'
import type { DocumentKind } from './events.ts'
import { itemsOf, unarchivedDocuments } from './store.ts'

type Issued = { readonly id: Id; readonly kind: DocumentKind; readonly document: Invoice; readonly issuedAt: Date }

/** Draws an issued document as a Factur-X and keeps it byte for byte. Returns its SHA-256. */
export async function archiveIssued(context: WriteContext, { document, id, issuedAt, kind }: Issued, drawing: Drawing): Promise<string> {
  const bytes = await facturX(document, drawing, issuedAt)
  return archiveDocument(context, { kind, invoiceId: id, fileName: fileNameOf(document), mediaType: 'application/pdf', bytes })
}

/** The PDF/A-3 of a document with its CII inside. The same document drawn again for the same instant gives the same bytes. */
export async function facturX(document: Invoice, drawing: Drawing, issuedAt: Date): Promise<Uint8Array> {
  const xml = new TextEncoder().encode(writeCii(document))
  return packFacturX(await drawDocument(document, drawing, xml, issuedAt), { conformanceLevel: 'EN 16931' })
}

export const fileNameOf = (document: Invoice): string => `${document.number.replaceAll('/', '-')}.pdf`

/** When many documents are issued at once they are drawn by a job, soon after the commit. */
export async function archiveAfterwards(context: WriteContext): Promise<null> {
  await context.later('invoices.archive', {}, { key: archiveJobKey(context.companyId) })
  return null
}

export const archiveJobKey = (companyId: Id): string => `invoices.archive:${companyId}`

/** Some tenths of a second of drawing: others get their turn in between. */
const DOCUMENTS_AT_ONCE = 10

/**
 * Draws what is issued and not yet in the archive, oldest number first; when more is waiting it asks for itself again. Running twice does no
 * harm.
 */
export async function archiveWaiting(write: WriteDoor, companyId: Id): Promise<void> {
  await write(
    {
      operation: 'invoices.archive',
      companyId,
      personId: undefined,
      actor: { kind: 'system', name: 'archive' },
      locale: 'fr',
      input: {},
    },
    archiveSome,
  )
}

async function archiveSome(context: WriteContext): Promise<null> {
  const waiting = await unarchivedDocuments(context, DOCUMENTS_AT_ONCE)
  const company = await loadCompany(context)
  for (const { document, id, issued_at: issuedAt, kind, language } of waiting) {
    const instalments = kind === 'invoice' ? await instalmentsOf(context, id) : []
    await archiveIssued(context, { id, kind, document, issuedAt }, { company, locale: language as Locale, instalments })
  }
  return waiting.length < DOCUMENTS_AT_ONCE ? null : archiveAfterwards(context)
}

async function instalmentsOf(context: WriteContext, id: Id): Promise<Drawing['instalments']> {
  const items = await itemsOf(context, id)
  return items.map((item) => ({ dueOn: item.due_on, amountCents: toCents(item.amount_cents) }))
}
