import type { Texts } from '#core/text'

const fr = {
  refusals: {
    xml_malformed: 'Ce fichier n’est pas un XML correct.',
    xml_empty: 'Ce fichier est vide.',
    xml_truncated: 'Ce fichier XML est incomplet : sa fin manque.',
    xml_doctype: 'Ce fichier XML déclare un type de document (DTD) : une facture n’en a pas, et nous n’en lisons aucun.',
    xml_entity: 'Ce fichier XML utilise une entité : une facture n’en a pas, et nous n’en lisons aucune.',
    xml_too_large: 'Ce fichier est trop volumineux pour une facture.',
    xml_too_deep: 'Les éléments de ce fichier XML sont imbriqués trop profondément pour une facture.',
    xml_too_many_elements: 'Ce fichier XML contient trop d’éléments pour une facture.',
    xml_encoding_unknown: 'Ce fichier XML est écrit dans un codage de caractères que nous ne lisons pas.',
    xml_encoding_broken: 'Ce fichier XML n’est pas écrit dans le codage de caractères qu’il annonce.',
    xml_not_einvoice: 'Ce fichier XML n’est ni une facture CII, ni une facture UBL.',
    xml_zugferd_1:
      'Ce fichier suit ZUGFeRD 1.0, qui n’a plus cours : ce n’est pas une facture selon EN 16931. Demandez-la en ZUGFeRD 2 ou Factur-X.',
    xml_too_many_attributes: 'Un élément de ce fichier XML porte trop d’attributs pour une facture.',
    xml_not_cdar: 'Ce fichier XML n’est pas un message de cycle de vie (CDAR).',
    pdf_unreadable: 'Ce fichier n’est pas un PDF lisible.',
    pdf_encrypted: 'Ce PDF est protégé par un mot de passe : une facture Factur-X ne peut pas l’être.',
    pdf_damaged: 'Ce PDF est abîmé : enregistrez-le à nouveau avant d’y joindre une facture.',
    pdf_filter_unknown: 'Ce PDF est comprimé d’une façon que nous ne lisons pas.',
    pdf_too_large: 'Ce PDF, une fois décomprimé, est trop gros pour une facture : nous ne le lisons pas.',
    pdf_without_einvoice: 'Ce PDF ne contient pas de facture électronique.',
    pdf_metadata_unknown: 'Les métadonnées de ce PDF manquent ou ne peuvent pas être complétées.',
    pdf_already_packed: 'Ce PDF est déjà une facture Factur-X.',
    pack_not_cii: 'Un PDF Factur-X porte un XML en CII : convertissez d’abord celui-ci.',
    pack_level_unknown: 'Ce XML ne suit aucun profil de Factur-X : dites lequel le PDF doit annoncer.',
  },
}

export const texts: Texts<typeof fr> = {
  fr,
  en: {
    refusals: {
      xml_malformed: 'This file is not correct XML.',
      xml_empty: 'This file is empty.',
      xml_truncated: 'This XML file is incomplete: its end is missing.',
      xml_doctype: 'This XML file declares a document type (DTD): an invoice has none, and we read none.',
      xml_entity: 'This XML file uses an entity: an invoice has none, and we read none.',
      xml_too_large: 'This file is too large for an invoice.',
      xml_too_deep: 'The elements of this XML file are nested too deep for an invoice.',
      xml_too_many_elements: 'This XML file has too many elements for an invoice.',
      xml_encoding_unknown: 'This XML file is written in a character encoding we do not read.',
      xml_encoding_broken: 'This XML file is not written in the character encoding it announces.',
      xml_not_einvoice: 'This XML file is neither a CII nor a UBL invoice.',
      xml_zugferd_1:
        'This file follows ZUGFeRD 1.0, which is no longer in force: it is no invoice by EN 16931. Ask for it as ZUGFeRD 2 or Factur-X.',
      xml_too_many_attributes: 'An element of this XML file has too many attributes for an invoice.',
      xml_not_cdar: 'This XML file is no lifecycle message (CDAR).',
      pdf_unreadable: 'This file is not a PDF we can read.',
      pdf_encrypted: 'This PDF is protected by a password: a Factur-X invoice cannot be.',
      pdf_damaged: 'This PDF is damaged: save it anew before attaching an invoice to it.',
      pdf_filter_unknown: 'This PDF is compressed in a way we do not read.',
      pdf_too_large: 'This PDF, once unpacked, is too large for an invoice: we do not read it.',
      pdf_without_einvoice: 'This PDF holds no electronic invoice.',
      pdf_metadata_unknown: 'The metadata of this PDF is missing or cannot be completed.',
      pdf_already_packed: 'This PDF is already a Factur-X invoice.',
      pack_not_cii: 'A Factur-X PDF carries an XML in CII: convert this one first.',
      pack_level_unknown: 'This XML follows no profile of Factur-X: say which one the PDF is to announce.',
    },
  },
}
