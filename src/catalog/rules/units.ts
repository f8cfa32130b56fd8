/** Units of UN/ECE Recommendation 20 (and 21 for packagings) that a French company sells by, in the order of menus. */
import type { Texts } from '#core/text'

export type Unit = {
  /** BT-130. */
  readonly code: string
  readonly name: Texts<string>
  /** After a quantity, when it is shorter than the name. */
  readonly symbol?: Texts<string>
}

const unit = (code: string, fr: string, en: string): Unit => ({ code, name: { fr, en } })
const measured = (code: string, fr: string, en: string, symbolFr: string, symbolEn = symbolFr): Unit => ({
  code,
  name: { fr, en },
  symbol: { fr: symbolFr, en: symbolEn },
})

export const UNITS: readonly Unit[] = [
  unit('C62', 'Unité', 'Unit'),
  unit('H87', 'Pièce', 'Piece'),
  unit('LS', 'Forfait', 'Lump sum'),
  unit('E48', 'Prestation', 'Service'),
  unit('SET', 'Ensemble', 'Set'),
  unit('PR', 'Paire', 'Pair'),
  measured('HUR', 'Heure', 'Hour', 'h'),
  measured('MIN', 'Minute', 'Minute', 'min'),
  unit('DAY', 'Jour', 'Day'),
  unit('WEE', 'Semaine', 'Week'),
  unit('MON', 'Mois', 'Month'),
  unit('QAN', 'Trimestre', 'Quarter'),
  unit('ANN', 'An', 'Year'),
  measured('MTR', 'Mètre', 'Metre', 'm'),
  measured('MTK', 'Mètre carré', 'Square metre', 'm²'),
  measured('MTQ', 'Mètre cube', 'Cubic metre', 'm³'),
  measured('CMT', 'Centimètre', 'Centimetre', 'cm'),
  measured('MMT', 'Millimètre', 'Millimetre', 'mm'),
  measured('KMT', 'Kilomètre', 'Kilometre', 'km'),
  measured('HAR', 'Hectare', 'Hectare', 'ha'),
  measured('KGM', 'Kilogramme', 'Kilogram', 'kg'),
  measured('GRM', 'Gramme', 'Gram', 'g'),
  measured('TNE', 'Tonne', 'Tonne', 't'),
  measured('LTR', 'Litre', 'Litre', 'l'),
  measured('HLT', 'Hectolitre', 'Hectolitre', 'hl'),
  measured('CLT', 'Centilitre', 'Centilitre', 'cl'),
  measured('MLT', 'Millilitre', 'Millilitre', 'ml'),
  measured('KWH', 'Kilowattheure', 'Kilowatt hour', 'kWh'),
  measured('E34', 'Gigaoctet', 'Gigabyte', 'Go', 'GB'),
  unit('DZN', 'Douzaine', 'Dozen'),
  unit('CEN', 'Centaine', 'Hundred'),
  unit('MIL', 'Millier', 'Thousand'),
  unit('XBX', 'Boîte', 'Box'),
  unit('XCT', 'Carton', 'Carton'),
  unit('XPK', 'Paquet', 'Packet'),
  unit('XPX', 'Palette', 'Pallet'),
  unit('XBO', 'Bouteille', 'Bottle'),
  unit('XRO', 'Rouleau', 'Roll'),
  unit('XBG', 'Sac', 'Bag'),
]

const byCode: ReadonlyMap<string, Unit> = new Map(UNITS.map((each) => [each.code, each]))

export const isUnit = (code: string): boolean => byCode.has(code)

/** The unit of that code; a code of another program that we do not name is its own name. */
export function unitOf(code: string): Unit {
  return byCode.get(code) ?? unit(code, code, code)
}
