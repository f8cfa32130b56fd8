/** A PDF that says it is an archive (PDF/A) and is not: one rule of the specification, a sentence for each fault. */
import type { ArchiveDefectCode } from '../../pdf/archive.ts'
import type { ContainerRule } from './rule.ts'

type Sentences = { readonly fr: string; readonly en: string }

export const ARCHIVE_SENTENCES: Readonly<Record<ArchiveDefectCode, Sentences>> = {
  damaged: {
    fr: 'Le fichier PDF est abîmé : sa table des objets est fausse.',
    en: 'The PDF file is damaged: its table of objects is wrong.',
  },
  font_not_embedded: {
    fr: 'La police {found} n’est pas incorporée : le PDF ne s’imprimera pas partout de la même façon.',
    en: 'The font {found} is not embedded: the PDF will not print the same everywhere.',
  },
  no_output_intent: {
    fr: 'Le PDF ne dit pas ce que sont ses couleurs (/OutputIntents manque).',
    en: 'The PDF does not say what its colours are (/OutputIntents is missing).',
  },
  no_file_id: { fr: 'L’identifiant du fichier (/ID) manque.', en: 'The identifier of the file (/ID) is missing.' },
  javascript: { fr: 'Le PDF contient du JavaScript.', en: 'The PDF contains JavaScript.' },
  forbidden_action: {
    fr: 'Le PDF contient une action interdite ({found}).',
    en: 'The PDF contains a forbidden action ({found}).',
  },
  forbidden_annotation: {
    fr: 'Le PDF contient une annotation interdite ({found}).',
    en: 'The PDF contains a forbidden annotation ({found}).',
  },
  annotation_not_printed: {
    fr: 'Une annotation ({found}) est cachée ou ne s’imprime pas.',
    en: 'An annotation ({found}) is hidden or does not print.',
  },
  lzw_compression: { fr: 'Le PDF emploie la compression LZW, interdite.', en: 'The PDF uses LZW compression, which is forbidden.' },
  external_content: { fr: 'Une partie du contenu est hors du fichier.', en: 'Some of the content lies outside of the file.' },
  xfa_form: { fr: 'Le PDF contient un formulaire XFA.', en: 'The PDF contains an XFA form.' },
  not_tagged: {
    fr: 'Le PDF se dit accessible (niveau A) sans être balisé.',
    en: 'The PDF says it is accessible (level A) without being tagged.',
  },
}

/** Silent where the PDF does not say it is an archive: that is told by its own rule. */
export const archiveRules: readonly ContainerRule[] = Object.entries(ARCHIVE_SENTENCES).map(([code, { fr, en }]) => ({
  id: 'BR-HYBRID-02',
  pack: 'FACTUR-X',
  term: 'PDF/A',
  severity: 'fatal',
  breaches: ({ container: { metadata, archiveDefects } }) =>
    typeof metadata !== 'string' && metadata.part !== undefined ? archiveDefects.filter((defect) => defect.code === code) : [],
  fr,
  en,
}))
