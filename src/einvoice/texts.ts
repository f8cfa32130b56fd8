import type { Texts } from '#core/text'

const fr = {
  refusals: {
    pdf_unreadable: 'Ce fichier n’est pas un PDF lisible.',
    pdf_encrypted: 'Ce PDF est protégé par un mot de passe : une facture Factur-X ne peut pas l’être.',
    pdf_filter_unknown: 'Ce PDF est comprimé d’une façon que nous ne lisons pas.',
    pdf_without_einvoice: 'Ce PDF ne contient pas de facture électronique.',
    pdf_metadata_unknown: 'Les métadonnées de ce PDF manquent ou ne peuvent pas être complétées.',
    pdf_already_packed: 'Ce PDF est déjà une facture Factur-X.',
  },
}

export const texts: Texts<typeof fr> = {
  fr,
  en: {
    refusals: {
      pdf_unreadable: 'This file is not a PDF we can read.',
      pdf_encrypted: 'This PDF is protected by a password: a Factur-X invoice cannot be.',
      pdf_filter_unknown: 'This PDF is compressed in a way we do not read.',
      pdf_without_einvoice: 'This PDF holds no electronic invoice.',
      pdf_metadata_unknown: 'The metadata of this PDF is missing or cannot be completed.',
      pdf_already_packed: 'This PDF is already a Factur-X invoice.',
    },
  },
}
