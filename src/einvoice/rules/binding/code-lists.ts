/** BR-CL-01 to BR-CL-26: codes come from their lists. */
import type { Syntax } from '../../reading.ts'
import type { XmlElement } from '../../xml/read.ts'
import type { CodeList } from '../codes/codes.ts'
import { ALLOWANCE_REASONS, CHARGE_REASONS } from '../codes/money.ts'
import { type BindingRule, childNamed, textOf } from './binding-rule.ts'
import { CODE_PLACES, type CodePlace } from './code-places.ts'

/** The value of the indicator of an allowance (false) or a charge (true), in either syntax. */
function isCharge(parent: XmlElement): boolean | undefined {
  const indicator = childNamed(parent, 'ChargeIndicator')
  const text = indicator && (indicator.children.length > 0 ? textOf(indicator, 'Indicator') : indicator.text.trim())
  if (text === 'true' || text === '1') return true
  return text === 'false' || text === '0' ? false : undefined
}

function unknownCode(row: CodePlace, syntax: Syntax): BindingRule['breaks'] {
  const { codes, attribute, mustStand, ignoreCase } = row
  if (attribute !== undefined) {
    const needed = mustStand?.includes(syntax) ?? false
    return (element) => {
      const code = element.attributes[attribute]
      return code === undefined ? needed : !codes.has(code.trim())
    }
  }
  return ignoreCase ? (element) => !codes.has(element.text.trim().toUpperCase()) : (element) => !codes.has(element.text.trim())
}

function rulesOf(syntax: Syntax): BindingRule[] {
  const rules: BindingRule[] = []
  for (const row of CODE_PLACES) {
    const at = syntax === 'CII' ? row.cii : row.ubl
    if (!at) continue
    const { id, term, termOfField, fr, en, attribute } = row
    const found = attribute === undefined ? {} : { found: (element: XmlElement) => element.attributes[attribute] ?? '' }
    rules.push({
      id,
      term,
      ...(termOfField ? { termOfField } : {}),
      severity: 'fatal',
      at,
      breaks: unknownCode(row, syntax),
      ...found,
      fr,
      en,
    })
  }
  return [...rules, ...reasonRules(syntax)]
}

/** The reasons of allowances and of charges come from two lists: which one, the indicator beside them says. */
function reasonRules(syntax: Syntax): BindingRule[] {
  const parents = syntax === 'CII' ? ['SpecifiedTradeAllowanceCharge'] : ['AllowanceCharge']
  const field = syntax === 'CII' ? 'ReasonCode' : 'AllowanceChargeReasonCode'
  const rule = (id: string, term: string, charge: boolean, codes: CodeList, fr: string, en: string): BindingRule => ({
    id,
    term,
    severity: 'fatal',
    at: parents,
    breaks: (part) => isCharge(part) === charge && part.children.some((child) => child.name === field && !codes.has(child.text.trim())),
    found: (part) => textOf(part, field),
    fr,
    en,
  })
  return [
    rule(
      'BR-CL-19',
      'BT-98',
      false,
      ALLOWANCE_REASONS,
      'Le code de motif de remise « {found} » n’existe pas.',
      'There is no reason code “{found}” for an allowance.',
    ),
    rule(
      'BR-CL-20',
      'BT-105',
      true,
      CHARGE_REASONS,
      'Le code de motif de frais « {found} » n’existe pas.',
      'There is no reason code “{found}” for a charge.',
    ),
  ]
}

export const codeListRules: Readonly<Record<Syntax, readonly BindingRule[]>> = { CII: rulesOf('CII'), UBL: rulesOf('UBL') }
