/** Whether a PDF made elsewhere may say it is a PDF/A-3 once it carries an invoice, and why not. */
import type { ArchiveDefectCode } from '../pdf/archive.ts'
import type { Attachment } from './attachment.ts'
import type { Container } from './container.ts'
import { ARCHIVE_SENTENCES } from './rules/archive.ts'
import { fill } from '../fill.ts'

export type PackReasonCode =
  | ArchiveDefectCode
  | 'no_metadata'
  | 'metadata_unreadable'
  | 'not_declared'
  | 'other_part'
  | 'attachment_not_associated'

export type PackReason = { readonly code: PackReasonCode; readonly found: string; readonly fr: string; readonly en: string }

const SENTENCES: Readonly<Record<PackReasonCode, { readonly fr: string; readonly en: string }>> = {
  ...ARCHIVE_SENTENCES,
  no_metadata: {
    fr: 'Le PDF n’a pas de métadonnées XMP : il ne se dit pas PDF/A.',
    en: 'The PDF has no XMP metadata: it does not say that it is a PDF/A.',
  },
  metadata_unreadable: {
    fr: 'Les métadonnées XMP du PDF sont illisibles ou ne peuvent pas être complétées.',
    en: 'The XMP metadata of the PDF cannot be read or completed.',
  },
  not_declared: {
    fr: 'Le programme qui a fait ce PDF ne le dit pas PDF/A : demandez-lui un PDF/A-3, ou un PDF/A-2.',
    en: 'The program that made this PDF does not call it a PDF/A: ask it for a PDF/A-3, or a PDF/A-2.',
  },
  other_part: {
    fr: 'Le PDF se dit {found}, qui n’admet pas de fichier joint et ne se change pas en PDF/A-3.',
    en: 'The PDF says it is {found}, which admits no attached file and does not become a PDF/A-3.',
  },
  attachment_not_associated: {
    fr: 'Le fichier déjà joint {found} n’est pas associé au document, comme le PDF/A-3 le veut.',
    en: 'The file already attached, {found}, is not associated with the document, as PDF/A-3 wants.',
  },
}

function reason(code: PackReasonCode, found = ''): PackReason {
  const { fr, en } = SENTENCES[code]
  return { code, found, fr: fill(fr, { found }, 'fr'), en: fill(en, { found }, 'en') }
}

/** Parts that PDF/A-3 widens: what they say of the pages goes on being true. */
const WIDENED = new Set(['1', '2', '3'])

/** Empty when the PDF says it is an archive and nothing examined speaks against it. The identifier of the file is mended by the update. */
export function reasonsAgainst({
  metadata,
  attachments,
  archiveDefects,
}: Pick<Container, 'metadata' | 'attachments' | 'archiveDefects'>): PackReason[] {
  return [
    ...declared(metadata),
    ...archiveDefects.filter(({ code }) => code !== 'no_file_id').map(({ code, found }) => reason(code, found)),
    ...attachments.filter((attachment) => !isProper(attachment)).map(({ name }) => reason('attachment_not_associated', name)),
  ]
}

const isProper = ({ associated, relationship }: Attachment): boolean => associated && relationship !== undefined

function declared(metadata: Container['metadata']): PackReason[] {
  if (metadata === 'absent') return [reason('no_metadata')]
  if (metadata === 'unreadable') return [reason('metadata_unreadable')]
  const { part, conformance = '' } = metadata
  if (part === undefined) return [reason('not_declared')]
  return WIDENED.has(part) ? [] : [reason('other_part', `PDF/A-${part}${conformance.toLowerCase()}`)]
}

export const metadataUnreadable = (): PackReason => reason('metadata_unreadable')
