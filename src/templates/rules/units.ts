/** Units of UN/ECE Recommendation 20 as people read them, after a quantity. */
import { parseDecimal, shortDecimalText } from '#core/money'
import { type Locale, formatDecimal, plural } from '#core/text'

type Word = readonly [one: string, other: string]

const same = (symbol: string): Word => [symbol, symbol]

const WORDS: Readonly<Record<string, Readonly<Record<Locale, Word>>>> = {
  C62: { fr: ['unité', 'unités'], en: ['unit', 'units'] },
  H87: { fr: ['pièce', 'pièces'], en: ['piece', 'pieces'] },
  EA: { fr: ['pièce', 'pièces'], en: ['piece', 'pieces'] },
  NAR: { fr: ['article', 'articles'], en: ['article', 'articles'] },
  LS: { fr: ['forfait', 'forfaits'], en: ['lump sum', 'lump sums'] },
  E48: { fr: ['prestation', 'prestations'], en: ['service', 'services'] },
  SET: { fr: ['ensemble', 'ensembles'], en: ['set', 'sets'] },
  PR: { fr: ['paire', 'paires'], en: ['pair', 'pairs'] },
  DZN: { fr: ['douzaine', 'douzaines'], en: ['dozen', 'dozen'] },
  CEN: { fr: ['centaine', 'centaines'], en: ['hundred', 'hundred'] },
  MIL: { fr: ['millier', 'milliers'], en: ['thousand', 'thousand'] },
  XBX: { fr: ['boîte', 'boîtes'], en: ['box', 'boxes'] },
  XCT: { fr: ['carton', 'cartons'], en: ['carton', 'cartons'] },
  XPK: { fr: ['paquet', 'paquets'], en: ['packet', 'packets'] },
  XPX: { fr: ['palette', 'palettes'], en: ['pallet', 'pallets'] },
  XBO: { fr: ['bouteille', 'bouteilles'], en: ['bottle', 'bottles'] },
  XRO: { fr: ['rouleau', 'rouleaux'], en: ['roll', 'rolls'] },
  XBG: { fr: ['sac', 'sacs'], en: ['bag', 'bags'] },
  SEC: { fr: same('s'), en: same('s') },
  MIN: { fr: same('min'), en: same('min') },
  HUR: { fr: same('h'), en: same('h') },
  DAY: { fr: ['jour', 'jours'], en: ['day', 'days'] },
  WEE: { fr: ['semaine', 'semaines'], en: ['week', 'weeks'] },
  MON: { fr: ['mois', 'mois'], en: ['month', 'months'] },
  QAN: { fr: ['trimestre', 'trimestres'], en: ['quarter', 'quarters'] },
  ANN: { fr: ['an', 'ans'], en: ['year', 'years'] },
  MMT: { fr: same('mm'), en: same('mm') },
  CMT: { fr: same('cm'), en: same('cm') },
  MTR: { fr: same('m'), en: same('m') },
  KMT: { fr: same('km'), en: same('km') },
  CMK: { fr: same('cm²'), en: same('cm²') },
  MTK: { fr: same('m²'), en: same('m²') },
  HAR: { fr: same('ha'), en: same('ha') },
  MTQ: { fr: same('m³'), en: same('m³') },
  MLT: { fr: same('ml'), en: same('ml') },
  CLT: { fr: same('cl'), en: same('cl') },
  LTR: { fr: same('l'), en: same('l') },
  HLT: { fr: same('hl'), en: same('hl') },
  GRM: { fr: same('g'), en: same('g') },
  KGM: { fr: same('kg'), en: same('kg') },
  TNE: { fr: same('t'), en: same('t') },
  WHR: { fr: same('Wh'), en: same('Wh') },
  KWH: { fr: same('kWh'), en: same('kWh') },
  MWH: { fr: same('MWh'), en: same('MWh') },
  KWT: { fr: same('kW'), en: same('kW') },
  E34: { fr: same('Go'), en: same('GB') },
  E35: { fr: same('To'), en: same('TB') },
  P1: { fr: same('%'), en: same('%') },
}

/** `12 h`, `1,5 jour`, `3 pièces`. A unit we have no word for keeps its code: the law wants the unit more than the eye wants the word. */
export function quantityWithUnit(quantity: string, unit: string, locale: Locale): string {
  const word = WORDS[unit]?.[locale]
  return `${formatDecimal(trimmed(quantity), locale)}\u00a0${word ? plural(locale, Number(quantity), ...word) : unit}`
}

const PLACES = 12

/** Without useless zeros: `"2.5000"` → `"2.5"`. */
export function trimmed(decimal: string): string {
  return shortDecimalText(parseDecimal(decimal, PLACES), PLACES)
}
