/** Why a status was given, what is asked, and the figures that go with it. */
import { ACTIONS, CHARACTERISTICS, INNER_STATUSES, PUBLIC_REFUSED, REASONS, STATUSES, statusRow } from '../statuses.ts'
import type { ReadLifecycleMessage } from '../model.ts'
import { type CdarRule, eachDetail } from './rule.ts'

const REFUSED = '210'

/** The public sector's platform (Chorus Pro). */
const isPublic = ({ sender }: ReadLifecycleMessage): boolean =>
  (sender?.identifiers ?? []).some(({ scheme, value }) => scheme === '0238' && value === '9999')

/** A rule for each status that admits some reasons only. */
const reasonRules: readonly CdarRule[] = Object.entries(STATUSES).flatMap(([status, { reasons, fr, en }]) =>
  reasons
    ? [
        {
          id: `BR-FR-CDV-CL-09_MDT-113_${status}`,
          pack: 'BR-FR-CDV',
          term: 'MDT-113',
          severity: 'fatal',
          path: 'acknowledgements',
          breaches: eachDetail('.reasonCode', ({ reasonCode, ...detail }, invoice, message) => {
            if (reasonCode === undefined || (detail.status ?? invoice.status) !== status) return false
            if (status === REFUSED && isPublic(message)) return false
            return !reasons.includes(reasonCode) && reasonCode
          }),
          fr: `Facture {number} : « {found} » n’est pas un motif du statut « ${fr} » (${status}).`,
          en: `Invoice {number}: “{found}” is no reason for the status “${en}” (${status}).`,
        },
      ]
    : [],
)

export const detailRules: readonly CdarRule[] = [
  {
    id: 'BR-FR-CDV-16_MDT-124-2',
    pack: 'BR-FR-CDV',
    term: 'MDT-124-2',
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: eachDetail('.sequence', ({ sequence }) => sequence === undefined),
    fr: 'Facture {number} : les détails du statut sont numérotés ; ce numéro (MDT-124-2) manque.',
    en: 'Invoice {number}: the details of a status are numbered; this number (MDT-124-2) is missing.',
  },
  {
    id: 'BR-FR-CDV-CL-06_MDT-115',
    pack: 'BR-FR-CDV',
    term: 'MDT-115',
    severity: 'warning',
    path: 'acknowledgements',
    breaches: eachDetail('.status', ({ status }) => {
      return status !== undefined && statusRow(status) === undefined && !INNER_STATUSES.includes(status) && status
    }),
    fr: 'Facture {number} : le statut « {found} » n’existe pas.',
    en: 'Invoice {number}: the status “{found}” does not exist.',
  },
  {
    id: 'BR-FR-CDV-CL-09_MDT-113',
    pack: 'BR-FR-CDV',
    term: 'MDT-113',
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: eachDetail('.reasonCode', ({ reasonCode }) => reasonCode !== undefined && !REASONS.has(reasonCode) && reasonCode),
    fr: 'Facture {number} : le motif « {found} » n’existe pas.',
    en: 'Invoice {number}: the reason “{found}” does not exist.',
  },
  ...reasonRules,
  {
    id: 'BR-FR-CDV-CL-09_MDT-113_210B2G',
    pack: 'BR-FR-CDV',
    term: 'MDT-113',
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: eachDetail('.reasonCode', ({ reasonCode, ...detail }, invoice, message) => {
      const isRefusal = (detail.status ?? invoice.status) === REFUSED && isPublic(message)
      return isRefusal && reasonCode !== undefined && !PUBLIC_REFUSED.includes(reasonCode) && reasonCode
    }),
    fr: 'Facture {number} : « {found} » n’est pas un motif de refus du secteur public.',
    en: 'Invoice {number}: “{found}” is no reason for a refusal by the public sector.',
  },
  {
    id: 'BR-FR-CDV-CL-10_MDT-121',
    pack: 'BR-FR-CDV',
    term: 'MDT-121',
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: eachDetail('.actionCode', ({ actionCode }) => actionCode !== undefined && !ACTIONS.includes(actionCode) && actionCode),
    fr: 'Facture {number} : l’action demandée « {found} » n’existe pas.',
    en: 'Invoice {number}: the action asked, “{found}”, does not exist.',
  },
  {
    id: 'BR-FR-CDV-CL-11_MDT-207',
    pack: 'BR-FR-CDV',
    term: 'MDT-207',
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: eachDetail('.characteristics', ({ characteristics = [] }) => {
      return characteristics.map(({ type }) => type).find((type) => type !== undefined && !CHARACTERISTICS.includes(type)) ?? false
    }),
    fr: 'Facture {number} : la donnée « {found} » (MDT-207) n’existe pas.',
    en: 'Invoice {number}: the datum “{found}” (MDT-207) does not exist.',
  },
]
