/** The terms French companies use most, in the order of menus. Their names come from `describeTerms`. */
import type { BasisPoints } from '#core/quantity'
import type { PaymentTerms, Term } from './terms.ts'

const onReceipt: Term = { base: 'issue', days: 0, endOfMonth: 'none' }
const net = (days: number): Term => ({ base: 'issue', days, endOfMonth: 'none' })
const endOfMonthPlus = (days: number): Term => ({ base: 'issue', days, endOfMonth: 'before' })
const single = (term: Term): PaymentTerms => [{ part: 'rest', term }]

export type TermsPreset = { readonly id: string; readonly terms: PaymentTerms }

export const TERMS_PRESETS: readonly TermsPreset[] = [
  { id: 'on_receipt', terms: single(onReceipt) },
  { id: 'net_15', terms: single(net(15)) },
  { id: 'net_30', terms: single(net(30)) },
  { id: 'net_45', terms: single(net(45)) },
  { id: 'net_60', terms: single(net(60)) },
  { id: 'eom', terms: single(endOfMonthPlus(0)) },
  { id: 'eom_30', terms: single(endOfMonthPlus(30)) },
  { id: 'eom_45', terms: single(endOfMonthPlus(45)) },
  { id: 'net_45_then_eom', terms: single({ base: 'issue', days: 45, endOfMonth: 'after' }) },
  { id: 'eom_30_on_the_10th', terms: single({ ...endOfMonthPlus(30), dayOfMonth: 10 }) },
  {
    id: 'thirty_percent_then_30',
    terms: [
      { part: 'percent', basisPoints: 3000 as BasisPoints, term: onReceipt },
      { part: 'rest', term: net(30) },
    ],
  },
]

/** The preset that says the same, whatever the order of its words. */
export function presetOf(terms: PaymentTerms): TermsPreset | undefined {
  return TERMS_PRESETS.find((preset) => asText(preset.terms) === asText(terms))
}

const asText = (terms: PaymentTerms): string =>
  JSON.stringify(
    terms.map(({ part, term, ...share }) => [
      part,
      'basisPoints' in share ? share.basisPoints : null,
      term.base,
      term.days,
      term.endOfMonth,
      term.dayOfMonth ?? null,
    ]),
  )

/** What applies when nothing is agreed: thirty days after the goods or the service (C. com. L441-10, I). */
export const DEFAULT_TERMS: PaymentTerms = single({ base: 'delivery', days: 30, endOfMonth: 'none' })
