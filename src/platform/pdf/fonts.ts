/** The typeface of the documents. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Coverage, fontCoverage } from '#platform/printable'

const require = createRequire(import.meta.url)

const FONT_WEIGHTS = ['400Regular', '600SemiBold']

export const readFonts = (): Buffer[] =>
  FONT_WEIGHTS.map((weight) => readFileSync(require.resolve(`@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`)))

let coverage: Coverage | undefined

/** What the documents can draw; read from the fonts once in each thread. */
export const documentCoverage = (): Coverage => (coverage ??= fontCoverage(readFonts()))
