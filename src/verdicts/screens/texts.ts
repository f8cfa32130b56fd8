import { plural, type Texts } from '#core/text'

const fr = {
  title: 'Contrôler une facture électronique',
  /** Said on every state of the page. */
  notKept: 'Vos fichiers sont lus, jugés puis oubliés : rien n’est enregistré.',
  dropTitle: 'Déposez ici une facture électronique',
  dropWhat: 'XML (CII ou UBL) ou PDF Factur-X, ZUGFeRD. Plusieurs fichiers à la fois si vous le souhaitez, 10 Mo chacun au plus.',
  dropHere: 'Déposez pour contrôler',
  choose: 'Choisir des fichiers',
  chooseOthers: 'Contrôler d’autres fichiers',
  whatFor: 'Vous saurez si elle sera acceptée par les plateformes, et sinon quelle donnée corriger.',
  tooMany: (most: number) => `${most} fichiers au plus à la fois : les premiers sont contrôlés.`,
  tooLarge: 'Ce fichier dépasse 10 Mo : une facture électronique est bien plus petite.',
  unreachable: 'Le serveur ne répond pas : vérifiez votre connexion.',
  retry: 'Réessayer',
  checking: (name: string) => `Contrôle de ${name}…`,
  files: 'Fichiers contrôlés',
  allFiles: (count: number) => `Les ${count} fichiers`,
  summary: (valid: number, invalid: number, refused: number, checking: number) =>
    [
      valid > 0 && `${valid} ${plural('fr', valid, 'conforme', 'conformes')}`,
      invalid > 0 && `${invalid} avec des erreurs`,
      refused > 0 && `${refused} ${plural('fr', refused, 'illisible', 'illisibles')}`,
      checking > 0 && `${checking} en cours`,
    ]
      .filter(Boolean)
      .join(', '),
  clear: 'Effacer la liste',
  states: { checking: 'En cours', valid: 'Conforme', invalid: 'Erreurs', refused: 'Illisible' },
  untold: 'Sans numéro',
  refusedTitle: 'Ce fichier ne se lit pas comme une facture électronique',
  conform: (packs: string) => `Conforme : ${packs}`,
  conformRemarks: (remarks: number, packs: string) =>
    `Conforme, avec ${remarks} ${plural('fr', remarks, 'remarque', 'remarques')} : ${packs}`,
  errors: (fatal: number, remarks: number) =>
    [
      `${fatal} ${plural('fr', fatal, 'erreur bloquante', 'erreurs bloquantes')}`,
      ...(remarks > 0 ? [`${remarks} ${plural('fr', remarks, 'remarque', 'remarques')}`] : []),
    ].join(', '),
  judgedBy: (packs: string) => `Jugée par ${packs}.`,
  packs: { EN16931: 'EN 16931', 'BR-FR': 'règles françaises', 'FACTUR-X': 'Factur-X', ENCOURS: 'contrôles d’Encours' } as Readonly<
    Record<string, string>
  >,
  insidePdf: 'dans un PDF',
  downloadXml: 'Télécharger le XML',
  failures: 'Ce qui ne va pas',
  fatal: 'Erreurs bloquantes',
  warnings: 'Remarques',
  severities: { fatal: 'Erreur', warning: 'Remarque' },
  nothingWrong: 'Aucune erreur, aucune remarque.',
  harmless: 'Une remarque n’empêche pas la facture de passer.',
  place: (line: number, column: number) => `ligne ${line}, colonne ${column}`,
  found: (value: string) => `trouvé : «\u00A0${value}\u00A0»`,
  missing: 'Manque',
  missingField: (label: string) => `${label} : manque`,
  more: (count: number) => `Afficher ${count} de plus`,
  moreLines: (count: number) => `Afficher ${count} ${plural('fr', count, 'ligne', 'lignes')} de plus`,
  faults: (count: number) => `${count} ${plural('fr', count, 'défaut', 'défauts')}`,
  keyNext: 'Erreur suivante',
  keyBefore: 'Erreur précédente',
  keyClose: 'Ne plus montrer d’erreur',
  keyChoose: 'Choisir des fichiers',
}

export type VerdictTexts = typeof fr

const en: VerdictTexts = {
  title: 'Check an electronic invoice',
  notKept: 'Your files are read, judged and forgotten: nothing is stored.',
  dropTitle: 'Drop an electronic invoice here',
  dropWhat: 'XML (CII or UBL) or a Factur-X or ZUGFeRD PDF. Several files at once if you like, 10 MB each at most.',
  dropHere: 'Drop to check',
  choose: 'Choose files',
  chooseOthers: 'Check other files',
  whatFor: 'You will know whether platforms will accept it and, if not, what to correct.',
  tooMany: (most) => `${most} files at most at a time: the first ones are checked.`,
  tooLarge: 'This file exceeds 10 MB: an electronic invoice is far smaller.',
  unreachable: 'The server does not answer: check your connection.',
  retry: 'Try again',
  checking: (name) => `Checking ${name}…`,
  files: 'Files checked',
  allFiles: (count) => `All ${count} files`,
  summary: (valid, invalid, refused, checking) =>
    [
      valid > 0 && `${valid} valid`,
      invalid > 0 && `${invalid} with errors`,
      refused > 0 && `${refused} unreadable`,
      checking > 0 && `${checking} being checked`,
    ]
      .filter(Boolean)
      .join(', '),
  clear: 'Clear the list',
  states: { checking: 'Checking', valid: 'Valid', invalid: 'Errors', refused: 'Unreadable' },
  untold: 'No number',
  refusedTitle: 'This file cannot be read as an electronic invoice',
  conform: (packs) => `Valid: ${packs}`,
  conformRemarks: (remarks, packs) => `Valid, with ${remarks} ${plural('en', remarks, 'remark', 'remarks')}: ${packs}`,
  errors: (fatal, remarks) =>
    [
      `${fatal} blocking ${plural('en', fatal, 'error', 'errors')}`,
      ...(remarks > 0 ? [`${remarks} ${plural('en', remarks, 'remark', 'remarks')}`] : []),
    ].join(', '),
  judgedBy: (packs) => `Judged by ${packs}.`,
  packs: { EN16931: 'EN 16931', 'BR-FR': 'French rules', 'FACTUR-X': 'Factur-X', ENCOURS: 'checks of Encours' },
  insidePdf: 'inside a PDF',
  downloadXml: 'Download the XML',
  failures: 'What is wrong',
  fatal: 'Blocking errors',
  warnings: 'Remarks',
  severities: { fatal: 'Error', warning: 'Remark' },
  nothingWrong: 'No error, no remark.',
  harmless: 'A remark does not keep the invoice from going through.',
  place: (line, column) => `line ${line}, column ${column}`,
  found: (value) => `found: “${value}”`,
  missing: 'Missing',
  missingField: (label) => `${label}: missing`,
  more: (count) => `Show ${count} more`,
  moreLines: (count) => `Show ${count} more ${plural('en', count, 'line', 'lines')}`,
  faults: (count) => `${count} ${plural('en', count, 'fault', 'faults')}`,
  keyNext: 'Next error',
  keyBefore: 'Previous error',
  keyClose: 'Show no error',
  keyChoose: 'Choose files',
}

export const verdictTexts: Texts<VerdictTexts> = { fr, en }
