import type { RefusalFacts } from '#core/refusal'
import { formatDecimal, type Locale } from '#core/text'

const counted = (count: string | number | undefined, locale: Locale): string => formatDecimal(String(count), locale)

export const readingRefusals = {
  fr: {
    einvoice_too_long_to_draw: ({ lines, most }: RefusalFacts) =>
      `Cette facture a ${counted(lines, 'fr')} lignes, et un PDF en montre ${counted(most, 'fr')} au plus : prenez la page HTML.`,
  },
  en: {
    einvoice_too_long_to_draw: ({ lines, most }: RefusalFacts) =>
      `This invoice has ${counted(lines, 'en')} lines, and a PDF shows ${counted(most, 'en')} at most: take the HTML page.`,
  },
}
