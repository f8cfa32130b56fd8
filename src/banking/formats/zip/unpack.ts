/** The files of a zip, each to be read by itself. What cannot be is named with its reason. */
import { Refusal } from '#core/refusal'
import { notRecognised } from '../recognise.ts'
import { isWorkbook } from '../xlsx/workbook.ts'
import { isZip, openZip, type ZipEntry } from './archive.ts'

export type NamedFile = { readonly name: string; readonly bytes: Uint8Array }
export type PassedOver = { readonly name: string; readonly refusal: Refusal }

/** What systems add beside the files: nobody put it there. */
const NOBODYS = /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|thumbs\.db$|desktop\.ini$)|\/$/i
const OUTSIDE = /^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i

export const isArchive = (bytes: Uint8Array): boolean => isZip(bytes) && !isWorkbook(bytes)

export function unpackZip(bytes: Uint8Array): readonly (NamedFile | PassedOver)[] {
  const entries = openZip(bytes)
  if (entries.some(({ name }) => name === '[Content_Types].xml' || name === 'META-INF/manifest.xml')) throw notRecognised('document')
  const files = entries.filter(({ name }) => !NOBODYS.test(name)).map(unpacked)
  if (files.length === 0) throw new Refusal('zip_empty')
  return files
}

/** A bomb refuses the whole archive; any other fault its own file. */
function unpacked(entry: ZipEntry): NamedFile | PassedOver {
  const name = entry.name.slice(0, 200)
  try {
    if (OUTSIDE.test(entry.name)) throw new Refusal('zip_path')
    const bytes = entry.bytes()
    if (isArchive(bytes)) throw new Refusal('zip_nested')
    return { name, bytes }
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'zip_too_large') throw error
    return { name, refusal: error }
  }
}
