import { texts as einvoiceTexts } from '#einvoice'
import type { Locale } from '#core/text'
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
  },
  en: {
    ...unreadable(einvoiceTexts.en.refusals, 'en'),
    einvoice_too_large: 'This file exceeds 10 MB: an electronic invoice is far smaller.',
  },
}

export const fields: FieldNames = {
  fr: { file: 'Fichier' },
  en: { file: 'File' },
}
