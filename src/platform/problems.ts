/** Refusals and bad input as one clear sentence in the reader's language, with the field to mend. */
import { MOST_CENTS } from '#core/money'
import { MOST_QUANTITY, quantityText } from '#core/quantity'
import type { Refusal, RefusalFacts } from '#core/refusal'
import { formatDecimal, formatMoney, type Locale } from '#core/text'

export type RefusalSentence = string | ((facts: RefusalFacts) => string)
export type RefusalTexts = Readonly<Record<Locale, Readonly<Record<string, RefusalSentence>>>>
/** Names of input fields, as a person reads them: `quantity` → « La quantité ». The last word of the path decides. */
export type FieldNames = Readonly<Record<Locale, Readonly<Record<string, string>>>>

/** Sentences for input that the contract cannot read; `{field}` is the field's name. */
const INPUT_SENTENCES: Record<Locale, Record<string, string>> = {
  fr: {
    required: '{field} : à renseigner.',
    too_long: '{field} : trop long.',
    control_characters: '{field} : contient des caractères invisibles interdits.',
    not_an_id: '{field} : identifiant inconnu.',
    not_a_day: '{field} : date inexistante, attendue au format AAAA-MM-JJ.',
    day_too_far: '{field} : date attendue entre 1950 et 2099.',
    not_money: '{field} : montant illisible, attendu par exemple 1234.50.',
    not_a_quantity: '{field} : quantité illisible, quatre décimales au plus.',
    not_a_price: '{field} : prix illisible, six décimales au plus.',
    price_negative: '{field} : pas de prix négatif. Accordez une remise, ou faites un avoir.',
    not_a_rate: '{field} : taux illisible, deux décimales au plus.',
    amount_too_large: `{field} : ${formatMoney(MOST_CENTS, 'fr')} au plus.`,
    quantity_too_large: `{field} : ${formatDecimal(quantityText(MOST_QUANTITY), 'fr')} au plus.`,
    rate_too_large: '{field} : de 0 à 100 % seulement.',
    not_an_email: '{field} : adresse e-mail invalide.',
    not_a_country: '{field} : code pays à deux lettres attendu, par exemple FR.',
    not_a_unit: '{field} : unité inconnue.',
    not_a_target: 'Conversion : cible inconnue ; la description de l’API les nomme.',
    not_a_siren: '{field} : neuf chiffres attendus.',
    not_a_siret: '{field} : quatorze chiffres attendus.',
    not_a_vat_number: '{field} : deux lettres du pays, puis le numéro, par exemple FR44732829320.',
    not_an_iban: '{field} : incomplet ou mal recopié, sa clé de contrôle ne correspond pas.',
    not_a_bic: '{field} : 8 ou 11 caractères attendus, par exemple AGRIFRPP.',
    not_a_color: '{field} : couleur attendue sous la forme #1f5f5b.',
    too_many_lines: '{field} : trop de lignes.',
    too_small: '{field} : trop petit ou trop court.',
    too_big: '{field} : trop grand ou trop long.',
    unrecognized_keys: '{field} : champ inconnu.',
    invalid_value: '{field} : valeur hors de la liste permise.',
    invalid_type: '{field} : à renseigner, ou d’un type inattendu.',
    other: '{field} : valeur refusée.',
  },
  en: {
    required: '{field}: please fill in.',
    too_long: '{field}: too long.',
    control_characters: '{field}: contains forbidden invisible characters.',
    not_an_id: '{field}: unknown identifier.',
    not_a_day: '{field}: no such date, expected YYYY-MM-DD.',
    day_too_far: '{field}: a day from 1950 to 2099 is expected.',
    not_money: '{field}: unreadable amount, expected for example 1234.50.',
    not_a_quantity: '{field}: unreadable quantity, at most four decimals.',
    not_a_price: '{field}: unreadable price, at most six decimals.',
    price_negative: '{field}: no negative price. Give a discount, or make a credit note.',
    not_a_rate: '{field}: unreadable rate, at most two decimals.',
    amount_too_large: `{field}: ${formatMoney(MOST_CENTS, 'en')} at most.`,
    quantity_too_large: `{field}: ${formatDecimal(quantityText(MOST_QUANTITY), 'en')} at most.`,
    rate_too_large: '{field}: from 0 to 100% only.',
    not_an_email: '{field}: invalid e-mail address.',
    not_a_country: '{field}: two-letter country code expected, for example FR.',
    not_a_unit: '{field}: unknown unit.',
    not_a_target: 'Conversion: unknown target; the description of the API names them.',
    not_a_siren: '{field}: nine digits expected.',
    not_a_siret: '{field}: fourteen digits expected.',
    not_a_vat_number: '{field}: two letters of the country, then the number, for example FR44732829320.',
    not_an_iban: '{field}: incomplete or miscopied, its check digits do not match.',
    not_a_bic: '{field}: 8 or 11 characters expected, for example AGRIFRPP.',
    not_a_color: '{field}: colour expected as #1f5f5b.',
    too_many_lines: '{field}: too many lines.',
    too_small: '{field}: too small or too short.',
    too_big: '{field}: too large or too long.',
    unrecognized_keys: '{field}: unknown field.',
    invalid_value: '{field}: not one of the permitted values.',
    invalid_type: '{field}: missing, or not of the expected type.',
    other: '{field}: value refused.',
  },
}

const HOUSE_REFUSALS: RefusalTexts = {
  fr: {
    signed_out: 'Votre session est terminée : connectez-vous à nouveau.',
    api_key_refused: 'Cette clé d’API est inconnue ou a été révoquée.',
    forbidden: 'Votre rôle ne permet pas cette action.',
    not_found: 'Introuvable dans cette entreprise.',
    company_unknown: 'Cette entreprise n’existe pas ou ne vous est pas ouverte.',
    idempotency_key_invalid: ({ most }) => `L’en-tête Idempotency-Key compte de 1 à ${most} caractères : corrigez-le ou retirez-le.`,
    cursor_unknown: 'Suite de la liste : ce repère n’a pas été donné par cette liste. Reprenez à la première page, sans lui.',
    idempotency_key_reused: 'Cette clé d’idempotence a déjà servi à une autre demande.',
    too_many_requests: 'Trop de demandes : réessayez dans quelques minutes.',
    payload_too_large: 'Le fichier ou la demande dépasse la taille permise.',
    unreadable_request: 'La demande est illisible : son contenu n’a pas la forme qu’il annonce (JSON ou formulaire).',
    surprise: 'Une erreur inattendue s’est produite ; rien n’a été enregistré. Elle est inscrite au journal du serveur.',
  },
  en: {
    signed_out: 'Your session has ended: please sign in again.',
    api_key_refused: 'This API key is unknown or has been revoked.',
    forbidden: 'Your role does not permit this action.',
    not_found: 'Not found in this company.',
    company_unknown: 'This company does not exist or is not open to you.',
    idempotency_key_invalid: ({ most }) => `The Idempotency-Key header has 1 to ${most} characters: mend it or leave it out.`,
    cursor_unknown: 'Rest of the list: this cursor was not given by this list. Begin at the first page, without it.',
    idempotency_key_reused: 'This idempotency key was already used for another request.',
    too_many_requests: 'Too many requests: try again in a few minutes.',
    payload_too_large: 'The file or request exceeds the permitted size.',
    unreadable_request: 'The request cannot be read: its content is not in the form it announces (JSON or form).',
    surprise: 'An unexpected error occurred; nothing was saved. It is written in the server log.',
  },
}

/** Of what many contracts ask alike; the empty name is that of the whole input. */
const HOUSE_FIELDS: FieldNames = {
  fr: {
    '': 'La demande',
    id: 'Identifiant',
    invoiceId: 'Facture',
    address: 'Adresse',
    version: 'Version',
    archived: 'Archivage',
    limit: 'Lignes par page',
    cursor: 'Suite de la liste',
    before: 'Suite de la liste',
    search: 'Recherche',
    view: 'Vue',
    state: 'État',
    sort: 'Tri',
    on: 'Jour',
    journal: 'Journal',
    place: 'Pièce jointe',
  },
  en: {
    '': 'The request',
    id: 'Identifier',
    invoiceId: 'Invoice',
    address: 'Address',
    version: 'Version',
    archived: 'Put away',
    limit: 'Rows per page',
    cursor: 'Rest of the list',
    before: 'Rest of the list',
    search: 'Search',
    view: 'View',
    state: 'State',
    sort: 'Order',
    on: 'Day',
    journal: 'Journal',
    place: 'Attachment',
  },
}

export type Problems = {
  sentence(refusal: Refusal, locale: Locale): string
  houseSentence(code: string, locale: Locale): string
  fieldSentence(path: readonly PropertyKey[], key: string, locale: Locale): string
  has(code: string): boolean
}

/** Gathers every capability's sentences; two capabilities that name a refusal alike are a mistake, refused at start. */
export function createProblems(texts: readonly { refusals: RefusalTexts; fields?: FieldNames }[]): Problems {
  const refusals = { fr: new Map<string, RefusalSentence>(), en: new Map<string, RefusalSentence>() }
  const fields = { fr: new Map<string, string>(), en: new Map<string, string>() }
  for (const locale of ['fr', 'en'] as const) {
    for (const source of [HOUSE_REFUSALS, ...texts.map((text) => text.refusals)]) {
      for (const [code, sentence] of Object.entries(source[locale])) {
        if (refusals[locale].has(code)) throw new Error(`two capabilities name the refusal ${code}`)
        refusals[locale].set(code, sentence)
      }
    }
    for (const names of [HOUSE_FIELDS, ...texts.map((text) => text.fields)]) {
      for (const [name, label] of Object.entries(names?.[locale] ?? {})) fields[locale].set(name, label)
    }
  }
  const say = (code: string, facts: RefusalFacts, locale: Locale): string => {
    const sentence = refusals[locale].get(code) ?? code
    return typeof sentence === 'function' ? sentence(facts) : sentence
  }
  return {
    sentence: (refusal, locale) => say(refusal.code, refusal.facts, locale),
    houseSentence: (code, locale) => say(code, {}, locale),
    fieldSentence: (path, key, locale) => {
      const sentences = INPUT_SENTENCES[locale]
      const template = sentences[key] ?? sentences['other'] ?? '{field}'
      return template.replace('{field}', fieldName(path, fields[locale], locale))
    },
    has: (code) => refusals.fr.has(code) && refusals.en.has(code),
  }
}

function fieldName(path: readonly PropertyKey[], names: ReadonlyMap<string, string>, locale: Locale): string {
  const words = path.filter((part): part is string => typeof part === 'string')
  const row = path.find((part): part is number => typeof part === 'number')
  const name = names.get(words.join('.')) ?? names.get(words.at(-1) ?? '') ?? nameWithin(words, names)
  if (row === undefined) return name
  return `${name} (${locale === 'fr' ? 'ligne' : 'line'} ${row + 1})`
}

/** A part that only programs write has no name of its own: it is told with what it is a part of. */
function nameWithin(words: readonly string[], names: ReadonlyMap<string, string>): string {
  const whole = words.slice(0, -1).findLast((word) => names.has(word))
  const last = words.at(-1) ?? ''
  return whole === undefined ? last : `${names.get(whole)} (${last})`
}
