/** What a company chooses for its documents. */
import { readableAccent } from './rules/accent.ts'

export type Logo = { readonly bytes: Uint8Array; readonly mediaType: 'image/png' | 'image/jpeg' | 'image/svg+xml' }

export type Look = {
  /** `#rrggbb`; darkened when it would not read on white. */
  readonly accentColor: string
  readonly logo?: Logo
}

const EXTENSIONS: Readonly<Record<Logo['mediaType'], string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' }

export type DrawnLook = { readonly accent: string; readonly logo: string | null }

/** The look as the template reads it, and the pictures it needs. */
export function drawnLook(look: Look): { drawn: DrawnLook; assets: Record<string, Uint8Array> } {
  const accent = readableAccent(look.accentColor)
  if (!look.logo) return { drawn: { accent, logo: null }, assets: {} }
  const logo = `logo.${EXTENSIONS[look.logo.mediaType]}`
  return { drawn: { accent, logo }, assets: { [logo]: look.logo.bytes } }
}
