import { expect, test } from 'vitest'
import type { Failure } from '../api.tsx'
import { verdictTexts } from '../texts.ts'
import { packsShown, verdictSentence } from './verdict-sentence.ts'

const PACKS = { ENCOURS: '2', 'FACTUR-X': '1.09', 'BR-FR': '1.4.0.03', EN16931: '1.3.16' }

const verdict = (fatal: number, warnings: number) => {
  const of = (severity: Failure['severity'], count: number): Failure[] =>
    Array.from({ length: count }, () => ({
      rule: '',
      pack: '',
      severity,
      term: '',
      path: '',
      line: null,
      column: null,
      found: null,
      sentence: '',
    }))
  return { failures: [...of('warning', warnings), ...of('fatal', fatal)], packs: PACKS }
}

test('the verdict is one sentence, and names by which rules when it is good', () => {
  const said = (fatal: number, warnings: number) => verdictSentence(verdict(fatal, warnings), verdictTexts.fr)
  expect(said(0, 0)).toBe('Conforme : EN 16931 1.3.16, règles françaises 1.4.0.03, Factur-X 1.09')
  expect(said(0, 1)).toBe('Conforme, avec 1 remarque : EN 16931 1.3.16, règles françaises 1.4.0.03, Factur-X 1.09')
  expect(said(3, 1)).toBe('3 erreurs bloquantes, 1 remarque')
  expect(said(1, 0)).toBe('1 erreur bloquante')
  expect(verdictSentence(verdict(2, 2), verdictTexts.en)).toBe('2 blocking errors, 2 remarks')
})

test('a pack that is new to the page is named as it names itself, last', () => {
  expect(packsShown({ XRECHNUNG: '3.0', ENCOURS: '2' }, verdictTexts.en)).toBe('checks of Encours 2, XRECHNUNG 3.0')
})
