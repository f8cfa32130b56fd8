/** The verdict in one sentence, and who judged. */
import type { Verdict } from '../api.tsx'
import type { VerdictTexts } from '../texts.ts'

/** The rules platforms refuse by come first; what Encours adds is told apart. */
const ORDER = ['EN16931', 'BR-FR', 'FACTUR-X', 'ENCOURS']
const rank = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length)

export function packsShown(packs: Verdict['packs'], texts: VerdictTexts): string {
  const names = Object.entries(packs).sort(([a], [b]) => rank(a) - rank(b))
  return names.map(([name, version]) => `${texts.packs[name] ?? name} ${version}`).join(', ')
}

export function countOf({ failures }: Pick<Verdict, 'failures'>): { readonly fatal: number; readonly warnings: number } {
  const fatal = failures.filter(({ severity }) => severity === 'fatal').length
  return { fatal, warnings: failures.length - fatal }
}

export function verdictSentence(verdict: Pick<Verdict, 'failures' | 'packs'>, texts: VerdictTexts): string {
  const { fatal, warnings } = countOf(verdict)
  if (fatal > 0) return texts.errors(fatal, warnings)
  const { ENCOURS: _ours, ...official } = verdict.packs
  const packs = packsShown(official, texts)
  return warnings > 0 ? texts.conformRemarks(warnings, packs) : texts.conform(packs)
}
