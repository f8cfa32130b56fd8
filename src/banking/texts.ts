import type { Locale, Texts } from '#core/text'
import { formatDay, formatDecimal, formatMoney, plural } from '#core/text'
import type { FieldNames } from '#platform/problems'
import type { WarningCode } from './formats/model.ts'

type Facts = Readonly<Record<string, string | number | undefined>>
type Sentence = string | ((facts: Facts) => string)

/** Why a file cannot be read. */
type RefusalCode =
  | 'statement_empty'
  | 'statement_too_large'
  | 'statement_too_many_lines'
  | 'statement_not_recognised'
  | 'statement_is_pdf'
  | 'statement_xml_broken'
  | 'statement_entities_refused'
  | 'statement_wrong_encoding'
  | 'statement_currency_unknown'
  | 'statement_of_investments'
  | 'ofx_broken'
  | 'ofx_cut'
  | 'ofx_bank_error'
  | 'qif_cut'
  | 'xlsx_broken'
  | 'zip_broken'
  | 'zip_empty'
  | 'zip_encrypted'
  | 'zip_file_asks'
  | 'zip_nested'
  | 'zip_of_several'
  | 'zip_path'
  | 'zip_too_large'
  | 'zip_too_many_files'
  | 'csv_needs_mapping'
  | 'csv_row_broken'
  | 'statement_without_lines'
  | 'statement_already_imported'
  | 'statement_asks_again'
  | 'statement_busy'
  | 'statement_amount_too_large'
  | 'statement_lines_matched'
  | 'statement_currency_refused'
  | 'statement_of_other_account'
  | 'bank_account_unknown'

type BankingTexts = {
  readonly refusals: Readonly<Record<RefusalCode, Sentence>>
  readonly warnings: Readonly<Record<WarningCode, Sentence>>
  /** Of accounts that a file brings. */
  readonly accountNames: { readonly main: string; readonly ending: (digits: string) => string }
}

const looksFr: Facts = {
  document: 'un document de bureautique',
  workbook: 'un classeur dont aucune feuille ne ressemble à un relevé',
  gzip: 'une archive compressée',
  image: 'une image',
  office: 'un ancien fichier Office (enregistrez-le en .xlsx)',
  html: 'une page web',
}
const looksEn: Facts = {
  document: 'an office document',
  workbook: 'a workbook in which no sheet looks like a statement',
  gzip: 'a compressed archive',
  image: 'a picture',
  office: 'an old Office file (save it as .xlsx)',
  html: 'a web page',
}

const doubtsFr: Facts = {
  date: 'la colonne de la date',
  date_order: "l'ordre du jour et du mois",
  amount: 'la colonne du montant',
  decimal: 'la virgule ou le point des centimes',
  text: 'la colonne du libellé',
}
const doubtsEn: Facts = {
  date: 'the date column',
  date_order: 'the order of day and month',
  amount: 'the amount column',
  decimal: 'the decimal mark',
  text: 'the label column',
}
const fieldsFr: Facts = {
  amount: 'le montant',
  date: 'la date',
  currency: 'la devise',
  sign: 'le sens',
  side: 'le sens',
  quotes: 'les guillemets',
  splits: 'la ventilation',
  text: 'le libellé',
}
const fieldsEn: Facts = {
  amount: 'the amount',
  date: 'the date',
  currency: 'the currency',
  sign: 'the sign',
  side: 'the side',
  quotes: 'the quotes',
  splits: 'the split',
  text: 'the label',
}

const ordersFr: Facts = { dmy: 'jour/mois/année', mdy: 'mois/jour/année', ymd: 'année-mois-jour' }
const ordersEn: Facts = { dmy: 'day/month/year', mdy: 'month/day/year', ymd: 'year-month-day' }

const named = (names: Facts, key: string | number | undefined): string => String(names[String(key)] ?? key)
const listed = (names: Facts, keys: string | number | undefined): string =>
  String(keys)
    .split(', ')
    .map((key) => named(names, key))
    .join(', ')

export const texts: Texts<BankingTexts> = {
  fr: {
    refusals: {
      statement_empty: 'Ce fichier est vide : il ne contient aucun relevé.',
      statement_without_lines: 'Ce relevé ne contient aucune opération : rien n’a été importé.',
      statement_amount_too_large: ({ most }) =>
        `Ce relevé contient un montant au-delà de ${formatMoney(String(most), 'fr')}. Rien n’a été importé.`,
      statement_lines_matched: ({ count, fileName }) =>
        `${count} ${plural('fr', Number(count), 'ligne de ce relevé est rapprochée ou comptabilisée', 'lignes de ce relevé sont rapprochées ou comptabilisées')} : annulez d’abord, puis retirez « ${fileName} ».`,
      statement_too_large: ({ megabytes, most }) =>
        `Ce fichier pèse ${megabytes} Mo ; un relevé peut aller jusqu’à ${most} Mo. Demandez à la banque une période plus courte.`,
      statement_too_many_lines: ({ most }) =>
        `Ce fichier a plus de ${formatDecimal(String(most), 'fr')} lignes. Demandez à la banque une période plus courte.`,
      statement_not_recognised: ({ looksLike }) =>
        looksLike === undefined
          ? 'Ce fichier n’est pas un relevé bancaire que nous savons lire. Demandez à la banque un fichier camt.053, CFONB 120, MT940, OFX ou CSV.'
          : `Ce fichier n’est pas un relevé bancaire : c’est ${named(looksFr, looksLike)}. Demandez à la banque un fichier camt.053, CFONB 120, MT940, OFX ou CSV.`,
      statement_is_pdf:
        'Ce fichier est un PDF : on le lit à l’œil, pas à la machine. Téléchargez le relevé au format camt.053, CFONB 120, MT940, OFX ou CSV sur le site de la banque.',
      statement_xml_broken: ({ line }) => `Ce fichier XML est abîmé ou incomplet, à la ligne ${line}. Téléchargez-le de nouveau.`,
      statement_entities_refused: ({ line }) =>
        `Ce fichier déclare un type de document (ligne ${line}) : aucune banque n’en a besoin et cela peut cacher une attaque. Il n’est pas lu.`,
      statement_wrong_encoding: ({ encoding }) =>
        `Les caractères de ce fichier ne se lisent pas : l’encodage « ${encoding} » est inconnu ou faux.`,
      statement_currency_unknown: ({ line }) => `Le relevé de la ligne ${line} ne dit sa devise nulle part.`,
      statement_of_investments: 'Ce fichier est celui d’un compte de titres : seuls les comptes bancaires et les cartes sont tenus.',
      ofx_broken: ({ line }) => `Ce fichier OFX est abîmé, à la ligne ${line}. Téléchargez-le de nouveau.`,
      ofx_cut: ({ line }) =>
        `Ce fichier OFX s’arrête avant sa fin, à la ligne ${line} : des lignes peuvent manquer. Téléchargez-le de nouveau.`,
      ofx_bank_error: ({ text }) => `La banque a mis dans ce fichier une erreur à la place du relevé (${text}). Demandez-le de nouveau.`,
      qif_cut: ({ line }) =>
        `Ce fichier QIF s’arrête au milieu d’une opération, à la ligne ${line} : il est incomplet. Téléchargez-le de nouveau.`,
      xlsx_broken: ({ file }) => `Ce classeur est abîmé (${file}). Ouvrez-le dans un tableur et enregistrez-le de nouveau.`,
      zip_broken: ({ file }) => `Cette archive zip est abîmée${file ? ` (${file})` : ''}. Téléchargez-la de nouveau.`,
      zip_empty: 'Cette archive zip ne contient aucun fichier.',
      zip_encrypted: ({ file }) => `Cette archive zip est protégée par un mot de passe (${file}) : ouvrez-la et importez les fichiers.`,
      zip_file_asks: 'Il faut d’abord dire comment le lire ou de quel compte il est : importez-le seul, hors de l’archive.',
      zip_nested: 'Cette archive zip est dans une autre : ouvrez-la et importez les fichiers.',
      zip_of_several: ({ count }) => `Cette archive zip contient ${count} fichiers : importez-les un par un.`,
      zip_path: 'Le nom de ce fichier sort de l’archive zip : aucune banque n’en a besoin et cela peut cacher une attaque.',
      zip_too_large: ({ file, most }) =>
        `Cette archive zip donne plus de ${most} Mo une fois ouverte (${file}) : elle n’est pas lue. Importez les fichiers un par un.`,
      zip_too_many_files: ({ count, most }) => `Cette archive zip contient ${count} fichiers ; ${most} au plus sont lus en une fois.`,
      csv_needs_mapping: ({ doubts, missing }) =>
        missing === undefined
          ? `Dites-nous comment lire ce fichier : ${listed(doubtsFr, doubts)}.`
          : `Les colonnes ont changé : la ligne des noms (${missing}) n’est plus dans ce fichier.`,
      csv_row_broken: ({ row, field, text }) =>
        `Ligne ${row} : ${named(fieldsFr, field)} ne se lit pas${text ? ` (« ${text} »)` : ''}. Rien n’a été importé.`,
      statement_asks_again:
        'Le compte ou la lecture des colonnes a changé depuis l’envoi : rien n’a été ajouté, envoyez le fichier de nouveau.',
      statement_busy: 'Trop de fichiers sont en cours de lecture : réessayez dans un instant.',
      statement_already_imported: ({ day }) => `Ce relevé a déjà été importé le ${formatDay(String(day), 'fr')} : rien n’a été ajouté.`,
      statement_currency_refused: ({ account, currency }) =>
        `Le compte ${account || 'de ce relevé'} est en ${currency} : seuls les comptes en euros sont tenus. Rien n’a été importé.`,
      statement_of_other_account: ({ account, expected, found }) =>
        `Ce relevé est celui du compte ${found}, pas de « ${account} » (${expected}). Choisissez le bon compte.`,
      bank_account_unknown: 'Choisissez l’un des comptes bancaires de cette entreprise.',
    },
    warnings: {
      account_iban_wrong: ({ iban }) => `L’IBAN du fichier (${iban}) est faux, sa clé ne correspond pas : vérifiez le compte choisi.`,
      amount_rounded: ({ line, text }) => `Ligne ${line} : le montant ${text} a plus de deux décimales, il est arrondi au centime.`,
      amount_signed: ({ line, text }) =>
        `Ligne ${line} : le montant ${text} porte un signe ; seul le sens indiqué (débit ou crédit) a compté.`,
      balance_before_lines: ({ day }) =>
        `Le solde du fichier est du ${formatDay(String(day), 'fr')}, avant les dernières lignes : il n’est pas retenu comme solde final.`,
      date_order_guessed: ({ order }) =>
        `Toutes les dates se lisent aussi dans un autre ordre : elles sont lues ${named(ordersFr, order)}. Vérifiez-les.`,
      decimal_guessed: ({ mark }) =>
        `La marque des centimes ne se voit pas dans ce fichier : ${mark === ',' ? 'la virgule' : 'le point'} est prise pour telle. Vérifiez les montants.`,
      file_passed_over: (facts) => `Fichier « ${facts['file']} » laissé de côté. ${refusalSentence('fr', facts['reason'], facts)}`,
      investments_left_out: 'Les comptes de titres de ce fichier sont laissés de côté.',
      sheet_chosen: ({ others, sheet }) => `La feuille « ${sheet} » est lue, les autres ne le sont pas (${others}).`,
      balance_not_proven: ({ gap, currency }) =>
        `Le solde ne se prouve pas : écart de ${formatMoney(String(gap), 'fr', String(currency))} entre les soldes et les lignes.`,
      balance_unreadable: ({ line, type }) => `Ligne ${line} : le solde ${type} ne se lit pas.`,
      closing_missing: 'Ce relevé n’a pas de solde final : il est peut-être incomplet.',
      csv_account_section: ({ section, title }) =>
        `La partie ${section} du fichier est un autre compte ou une carte${title ? ` (${title})` : ''} : vérifiez où l’importer.`,
      csv_row_skipped: ({ line, text }) => `Ligne ${line} sautée, ce n’est pas une opération : « ${text} ».`,
      day_unreadable: ({ line, text }) => `Ligne ${line} : la date « ${text} » n’existe pas, elle est laissée de côté.`,
      detail_without_line: ({ line, text }) => `Ligne ${line} : complément sans opération, laissé de côté (« ${text} »).`,
      details_do_not_add_up: ({ line, amount, details }) =>
        `Ligne ${line} : le détail du lot fait ${formatDecimal(String(details), 'fr')} au lieu de ${formatDecimal(String(amount), 'fr')}.`,
      encoding_not_as_declared: ({ declared, encoding }) =>
        `Le fichier se dit en ${declared} mais il est en ${encoding} : vérifiez les accents.`,
      line_currency_differs: ({ currency, expected }) => `Une ligne est en ${currency} sur un compte en ${expected}.`,
      line_date_missing: ({ line, day }) =>
        `Ligne ${line} : pas de date d’opération, le ${formatDay(String(day), 'fr')} est pris à la place.`,
      line_unreadable: ({ line, field, text }) =>
        `Ligne ${line} : opération laissée de côté, ${named(fieldsFr, field)} ne se lit pas (« ${text} »).`,
      lines_in_future: ({ count, day }) =>
        `${count} ${plural('fr', Number(count), 'ligne datée', 'lignes datées')} dans le futur, jusqu’au ${formatDay(String(day), 'fr')} : vérifiez les dates du fichier.`,
      lines_not_booked: ({ count, status }) =>
        `${count} opération(s) pas encore comptabilisée(s) par la banque (${status}), laissée(s) de côté.`,
      lines_without_movement: ({ count, name }) => `${count} information(s) sans mouvement d’argent (${name}), laissée(s) de côté.`,
      number_of_lines_differs: ({ announced, read }) => `Le relevé annonce ${announced} opérations et en contient ${read}.`,
      period_differs: ({ from, to, first, last }) =>
        `Le relevé annonce la période du ${formatDay(String(from), 'fr')} au ${formatDay(String(to), 'fr')}, mais ses lignes vont du ${formatDay(String(first), 'fr')} au ${formatDay(String(last), 'fr')}.`,
      record_missing: ({ line, expected, found }) =>
        `Ligne ${line} : enregistrement n° ${found} au lieu du n° ${expected}, il en manque peut-être.`,
      record_of_other_account: ({ line, account, expected }) =>
        `Ligne ${line} : elle porte le compte ${account} dans le relevé du compte ${expected} ; elle est comptée.`,
      record_unknown: ({ line, text }) => `Ligne ${line} : ce passage ne se lit pas, il est laissé de côté (« ${text} »).`,
      running_balance_broken: ({ line, gap }) =>
        `Ligne ${line} : le solde ne suit pas le précédent, écart de ${formatDecimal(String(gap), 'fr')}.`,
      statement_in_pages: ({ page }) => `Ce relevé est la page ${page} de plusieurs : il peut manquer les autres.`,
      statement_left_out: ({ line, count }) =>
        `Ligne ${line} : relevé laissé de côté avec ses ${count} opération(s), il ne dit ni son compte ni sa devise.`,
      status_missing: ({ line }) => `Ligne ${line} : la banque ne dit pas si l’opération est comptabilisée ; elle est comptée.`,
      text_shortened: ({ line }) => `Ligne ${line} : le libellé ne finit pas, seul son début est gardé.`,
      total_differs: ({ announced, read, currency }) =>
        `La banque annonce un total de ${formatMoney(String(announced), 'fr', String(currency))}, les lignes font ${formatMoney(String(read), 'fr', String(currency))}.`,
      warnings_left_out: ({ count }) => `${count} autre(s) remarque(s) du même genre.`,
    },
    accountNames: { main: 'Compte courant', ending: (digits) => `Compte ${digits}` },
  },
  en: {
    refusals: {
      statement_empty: 'This file is empty: it holds no statement.',
      statement_without_lines: 'This statement holds no operation: nothing was imported.',
      statement_amount_too_large: ({ most }) =>
        `This statement holds an amount beyond ${formatMoney(String(most), 'en')}. Nothing was imported.`,
      statement_lines_matched: ({ count, fileName }) =>
        `${count} ${plural('en', Number(count), 'line of this statement is matched or booked', 'lines of this statement are matched or booked')}: undo first, then take “${fileName}” back.`,
      statement_too_large: ({ megabytes, most }) =>
        `This file weighs ${megabytes} MB; a statement may weigh up to ${most} MB. Ask the bank for a shorter period.`,
      statement_too_many_lines: ({ most }) =>
        `This file has more than ${formatDecimal(String(most), 'en')} lines. Ask the bank for a shorter period.`,
      statement_not_recognised: ({ looksLike }) =>
        looksLike === undefined
          ? 'This file is not a bank statement we can read. Ask the bank for a camt.053, CFONB 120, MT940, OFX or CSV file.'
          : `This file is not a bank statement: it is ${named(looksEn, looksLike)}. Ask the bank for a camt.053, CFONB 120, MT940, OFX or CSV file.`,
      statement_is_pdf:
        'This file is a PDF: for the eye, not for a machine. Download the statement as camt.053, CFONB 120, MT940, OFX or CSV from the bank’s site.',
      statement_xml_broken: ({ line }) => `This XML file is damaged or incomplete, at line ${line}. Download it again.`,
      statement_entities_refused: ({ line }) =>
        `This file declares a document type (line ${line}): no bank needs one and it can hide an attack. It was not read.`,
      statement_wrong_encoding: ({ encoding }) =>
        `The characters of this file cannot be read: the encoding “${encoding}” is unknown or wrong.`,
      statement_currency_unknown: ({ line }) => `The statement at line ${line} does not say its currency anywhere.`,
      statement_of_investments: 'This file is that of a securities account: only bank accounts and cards are kept.',
      ofx_broken: ({ line }) => `This OFX file is damaged, at line ${line}. Download it again.`,
      ofx_cut: ({ line }) => `This OFX file stops before its end, at line ${line}: lines may be missing. Download it again.`,
      ofx_bank_error: ({ text }) => `The bank put an error in this file in place of the statement (${text}). Ask for it again.`,
      qif_cut: ({ line }) => `This QIF file stops in the middle of an operation, at line ${line}: it is incomplete. Download it again.`,
      xlsx_broken: ({ file }) => `This workbook is damaged (${file}). Open it in a spreadsheet and save it again.`,
      zip_broken: ({ file }) => `This zip archive is damaged${file ? ` (${file})` : ''}. Download it again.`,
      zip_empty: 'This zip archive holds no file.',
      zip_encrypted: ({ file }) => `This zip archive is protected by a password (${file}): open it and import its files.`,
      zip_file_asks: 'It must first be said how to read it or whose account it is of: import it alone, out of the archive.',
      zip_nested: 'This zip archive lies in another: open it and import its files.',
      zip_of_several: ({ count }) => `This zip archive holds ${count} files: import them one by one.`,
      zip_path: 'The name of this file leads out of the zip archive: no bank needs that and it can hide an attack.',
      zip_too_large: ({ file, most }) =>
        `This zip archive makes more than ${most} MB once open (${file}): it was not read. Import its files one by one.`,
      zip_too_many_files: ({ count, most }) => `This zip archive holds ${count} files; ${most} at most are read at once.`,
      csv_needs_mapping: ({ doubts, missing }) =>
        missing === undefined
          ? `Tell us how to read this file: ${listed(doubtsEn, doubts)}.`
          : `The columns have changed: the row of names (${missing}) is no longer in this file.`,
      csv_row_broken: ({ row, field, text }) =>
        `Row ${row}: ${named(fieldsEn, field)} cannot be read${text ? ` (“${text}”)` : ''}. Nothing was imported.`,
      statement_asks_again: 'The account or its columns have changed since the file was sent: nothing was added, send it again.',
      statement_busy: 'Too many files are being read: try again in a moment.',
      statement_already_imported: ({ day }) => `This statement was already imported on ${formatDay(String(day), 'en')}: nothing was added.`,
      statement_currency_refused: ({ account, currency }) =>
        `Account ${account || 'of this statement'} is in ${currency}: only accounts in euros are kept. Nothing was imported.`,
      statement_of_other_account: ({ account, expected, found }) =>
        `This statement belongs to account ${found}, not to “${account}” (${expected}). Choose the right account.`,
      bank_account_unknown: 'Choose one of the bank accounts of this company.',
    },
    warnings: {
      account_iban_wrong: ({ iban }) => `The IBAN of the file (${iban}) is wrong, its check digits do not match: check the account chosen.`,
      amount_rounded: ({ line, text }) => `Line ${line}: the amount ${text} has more than two decimals, it is rounded to the cent.`,
      amount_signed: ({ line, text }) => `Line ${line}: the amount ${text} has a sign; only the side given (debit or credit) counted.`,
      balance_before_lines: ({ day }) =>
        `The balance of the file is of ${formatDay(String(day), 'en')}, before the last lines: it is not kept as the closing balance.`,
      date_order_guessed: ({ order }) =>
        `All dates can be read in another order too: they are read as ${named(ordersEn, order)}. Check them.`,
      decimal_guessed: ({ mark }) =>
        `The decimal mark does not show in this file: the ${mark === ',' ? 'comma' : 'point'} is taken for it. Check the amounts.`,
      file_passed_over: (facts) => `File “${facts['file']}” was passed over. ${refusalSentence('en', facts['reason'], facts)}`,
      investments_left_out: 'The securities accounts of this file are left out.',
      sheet_chosen: ({ others, sheet }) => `Sheet “${sheet}” is read, the others are not (${others}).`,
      balance_not_proven: ({ gap, currency }) =>
        `The balance does not prove: ${formatMoney(String(gap), 'en', String(currency))} between the balances and the lines.`,
      balance_unreadable: ({ line, type }) => `Line ${line}: the balance ${type} cannot be read.`,
      closing_missing: 'This statement has no closing balance: it may be incomplete.',
      csv_account_section: ({ section, title }) =>
        `Part ${section} of the file is another account or a card${title ? ` (${title})` : ''}: check where to import it.`,
      csv_row_skipped: ({ line, text }) => `Line ${line} skipped, it is no operation: “${text}”.`,
      day_unreadable: ({ line, text }) => `Line ${line}: there is no such day as “${text}”, it is left out.`,
      detail_without_line: ({ line, text }) => `Line ${line}: a complement without its operation, left out (“${text}”).`,
      details_do_not_add_up: ({ line, amount, details }) =>
        `Line ${line}: the details of the batch make ${formatDecimal(String(details), 'en')} instead of ${formatDecimal(String(amount), 'en')}.`,
      encoding_not_as_declared: ({ declared, encoding }) =>
        `The file says it is in ${declared} but it is in ${encoding}: check the accents.`,
      line_currency_differs: ({ currency, expected }) => `A line is in ${currency} on an account in ${expected}.`,
      line_date_missing: ({ line, day }) => `Line ${line}: no booking date, ${formatDay(String(day), 'en')} is taken instead.`,
      line_unreadable: ({ line, field, text }) => `Line ${line}: operation left out, ${named(fieldsEn, field)} cannot be read (“${text}”).`,
      lines_in_future: ({ count, day }) =>
        `${count} ${plural('en', Number(count), 'line', 'lines')} dated in the future, up to ${formatDay(String(day), 'en')}: check the dates of the file.`,
      lines_not_booked: ({ count, status }) => `${count} operation(s) not booked by the bank yet (${status}), left out.`,
      lines_without_movement: ({ count, name }) => `${count} notice(s) that move no money (${name}), left out.`,
      number_of_lines_differs: ({ announced, read }) => `The statement announces ${announced} operations and holds ${read}.`,
      period_differs: ({ from, to, first, last }) =>
        `The statement announces ${formatDay(String(from), 'en')} to ${formatDay(String(to), 'en')}, but its lines go from ${formatDay(String(first), 'en')} to ${formatDay(String(last), 'en')}.`,
      record_missing: ({ line, expected, found }) => `Line ${line}: record no. ${found} instead of no. ${expected}, some may be missing.`,
      record_of_other_account: ({ line, account, expected }) =>
        `Line ${line}: it names account ${account} in the statement of account ${expected}; it is counted.`,
      record_unknown: ({ line, text }) => `Line ${line}: this passage cannot be read and is left out (“${text}”).`,
      running_balance_broken: ({ line, gap }) =>
        `Line ${line}: the balance does not follow the one before, ${formatDecimal(String(gap), 'en')} apart.`,
      statement_in_pages: ({ page }) => `This statement is page ${page} of several: the others may be missing.`,
      statement_left_out: ({ line, count }) =>
        `Line ${line}: statement left out with its ${count} operation(s), it says neither its account nor its currency.`,
      status_missing: ({ line }) => `Line ${line}: the bank does not say whether the operation is booked; it is counted.`,
      text_shortened: ({ line }) => `Line ${line}: the text does not end, only its start is kept.`,
      total_differs: ({ announced, read, currency }) =>
        `The bank announces a total of ${formatMoney(String(announced), 'en', String(currency))}, the lines make ${formatMoney(String(read), 'en', String(currency))}.`,
      warnings_left_out: ({ count }) => `${count} more remark(s) of the same kind.`,
    },
    accountNames: { main: 'Current account', ending: (digits) => `Account ${digits}` },
  },
}

/** Why a file could not be read. A refusal of another capability stays its name. */
export function refusalSentence(locale: Locale, code: string | number | undefined, facts: Facts): string {
  const sentences: Readonly<Record<string, Sentence>> = texts[locale].refusals
  const sentence = sentences[String(code)] ?? String(code)
  return typeof sentence === 'string' ? sentence : sentence(facts)
}

export const fields: FieldNames = {
  fr: {
    previewOnly: 'Aperçu',
    file: 'Fichier',
    accountId: 'Compte bancaire',
    accountName: 'Nom du compte',
    csvMapping: 'Colonnes du fichier',
  },
  en: {
    previewOnly: 'Preview',
    file: 'File',
    accountId: 'Bank account',
    accountName: 'Name of the account',
    csvMapping: 'Columns of the file',
  },
}
