import path from 'node:path'
import { Refusal } from '#core/refusal'
import type { WriteContext } from '#platform/context'
import { drawPdf, PdfDrawingFailed } from '#platform/pdf'
import { judgeLogo, LOGO_LIMIT_BYTES, type LogoMediaType } from './rules/logo.ts'

export type Logo = { readonly bytes: Buffer; readonly mediaType: LogoMediaType }

export const LOGO_EXTENSIONS: Readonly<Record<LogoMediaType, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' }

/** Refuses what could not stand on a document: found out now rather than at the first invoice. */
export async function readLogo(context: WriteContext, file: File): Promise<Logo> {
  if (file.size > LOGO_LIMIT_BYTES) throw new Refusal('logo_too_large', { status: 413, field: 'logo' })
  const bytes = Buffer.from(await file.arrayBuffer())
  const verdict = judgeLogo(bytes)
  if ('fault' in verdict) throw new Refusal(verdict.fault, { field: 'logo' })
  if (!(await canBeDrawn(context, bytes, verdict.mediaType))) throw new Refusal('logo_unreadable', { field: 'logo' })
  return { bytes, mediaType: verdict.mediaType }
}

const TEMPLATE = path.join(import.meta.dirname, 'typst', 'logo.typ')

async function canBeDrawn({ now }: WriteContext, bytes: Buffer, mediaType: LogoMediaType): Promise<boolean> {
  const file = `logo.${LOGO_EXTENSIONS[mediaType]}`
  try {
    return (await drawPdf({ template: TEMPLATE, data: { file }, assets: { [file]: bytes }, at: now, locale: 'fr' })).length > 0
  } catch (error) {
    if (error instanceof PdfDrawingFailed) return false
    throw error
  }
}
