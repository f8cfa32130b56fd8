import { texts as einvoiceTexts } from '#einvoice'
import { formatDecimal, type Locale } from '#core/text'
import type { FieldNames, RefusalSentence, RefusalTexts } from '#platform/problems'

type Unread = (typeof einvoiceTexts)['fr']['refusals']

const placed: Record<Locale, (line: string | number, column: string | number) => string> = {
  fr: (line, column) => ` (ligne ${line}, colonne ${column})`,
  en: (line, column) => ` (line ${line}, column ${column})`,
}

/** The library's sentences, with the place of the fault where it has one. */
const unreadable = (sentences: Unread, locale: Locale): Record<string, RefusalSentence> =>
  Object.fromEntries(
    Object.entries(sentences).map(([code, sentence]) => [
      code,
      ({ column, line }) => (line === undefined ? sentence : sentence.replace(/\.$/, `${placed[locale](line, column ?? 1)}.`)),
    ]),
  )

export const refusals: RefusalTexts = {
  fr: {
    ...unreadable(einvoiceTexts.fr.refusals, 'fr'),
    einvoice_too_large: 'Ce fichier dépasse 10 Mo : une facture électronique est bien plus petite.',
    einvoice_busy: 'Trop de fichiers sont en cours de lecture : réessayez dans un instant.',
    einvoice_too_long_to_draw: ({ lines, most }) =>
      `Cette facture a ${formatDecimal(String(lines), 'fr')} lignes, et un PDF en montre ${formatDecimal(String(most), 'fr')} au plus : prenez la page HTML.`,
  },
  en: {
    ...unreadable(einvoiceTexts.en.refusals, 'en'),
    einvoice_too_large: 'This file exceeds 10 MB: an electronic invoice is far smaller.',
    einvoice_busy: 'Too many files are being read: try again in a moment.',
    einvoice_too_long_to_draw: ({ lines, most }) =>
      `This invoice has ${formatDecimal(String(lines), 'en')} lines, and a PDF shows ${formatDecimal(String(most), 'en')} at most: take the HTML page.`,
  },
}

export const fields: FieldNames = {
  fr: { file: 'Fichier', xml: 'XML', pdf: 'PDF', format: 'Format', to: 'Conversion', level: 'Profil' },
  en: { file: 'File', xml: 'XML', pdf: 'PDF', format: 'Format', to: 'Conversion', level: 'Profile' },
}
