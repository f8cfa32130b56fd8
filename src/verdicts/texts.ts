import { refusalSentence, texts as einvoiceTexts } from '#einvoice'
import type { Locale } from '#core/text'
import type { FieldNames, RefusalSentence, RefusalTexts } from '#platform/problems'

/** The library's sentences, with the place of the fault where it has one. */
const unreadable = (locale: Locale): Record<string, RefusalSentence> =>
  Object.fromEntries(
    Object.keys(einvoiceTexts[locale].refusals).map((code) => [code, (facts) => refusalSentence(code, facts, locale) ?? code]),
  )

export const refusals: RefusalTexts = {
  fr: {
    ...unreadable('fr'),
    einvoice_too_large: 'Ce fichier dépasse 10 Mo : une facture électronique est bien plus petite.',
    einvoice_busy: 'Trop de fichiers sont en cours de lecture : réessayez dans un instant.',
  },
  en: {
    ...unreadable('en'),
    einvoice_too_large: 'This file exceeds 10 MB: an electronic invoice is far smaller.',
    einvoice_busy: 'Too many files are being read: try again in a moment.',
  },
}

export const fields: FieldNames = {
  fr: { file: 'Fichier', xml: 'XML', pdf: 'PDF', format: 'Format', to: 'Conversion', level: 'Profil' },
  en: { file: 'File', xml: 'XML', pdf: 'PDF', format: 'Format', to: 'Conversion', level: 'Profile' },
}
