/** The statuses of an invoice's life and what each must tell: data of XP Z12-012 (MDT-105, lists of MDT-113), for 1.4. */
import type { LifecycleStatus, Phase } from './model.ts'

export type StatusRow = {
  readonly fr: string
  readonly en: string
  readonly phase: Phase
  /** MDT-88 that goes with it. */
  readonly documentStatus?: string
  /** MDT-113 it admits; any of the list when absent. */
  readonly reasons?: readonly string[]
  readonly isReasonMandatory?: true
}

const PARTIAL = [
  'AUTRE',
  'CMD_ERR',
  'SIRET_ERR',
  'CODE_ROUTAGE_ERR',
  'REF_CT_ABSENT',
  'REF_ERR',
  'PU_ERR',
  'REM_ERR',
  'QTE_ERR',
  'ART_ERR',
  'MODPAI_ERR',
  'QUALITE_ERR',
  'LIVR_INCOMP',
]

const REFUSED = [
  'TX_TVA_ERR',
  'MONTANTTOTAL_ERR',
  'CALCUL_ERR',
  'NON_CONFORME',
  'DOUBLON',
  'DEST_ERR',
  'TRANSAC_INC',
  'EMMET_INC',
  'CONTRAT_TERM',
  'DOUBLE_FACT',
  'CMD_ERR',
  'ADR_ERR',
  'REF_CT_ABSENT',
]

const DISPUTED = [...new Set([...PARTIAL, ...REFUSED, 'COORD_BANC_ERR', 'DEST_INC'])]
const SUSPENDED = ['JUSTIF_ABS', 'COORD_BANC_ERR', 'CMD_ERR', 'SIRET_ERR', 'CODE_ROUTAGE_ERR', 'REF_CT_ABSENT', 'REF_ERR']
const REJECTED = [
  'MONTANTTOTAL_ERR',
  'CALCUL_ERR',
  'DOUBLON',
  'DEST_INC',
  'ADR_ERR',
  'REJ_SEMAN',
  'REJ_UNI',
  'REJ_COH',
  'REJ_ADR',
  'REJ_CONT_B2G',
  'REJ_REF_PJ',
  'REJ_ASS_PJ',
]
const INADMISSIBLE = [
  'IRR_VIDE_F',
  'IRR_TYPE_F',
  'IRR_SYNTAX',
  'IRR_TAILLE_PJ',
  'IRR_NOM_PJ',
  'IRR_VID_PJ',
  'IRR_EXT_DOC',
  'IRR_TAILLE_F',
  'IRR_ANTIVIRUS',
  'IRR_NOM_F',
]
/** Those the public sector alone gives when it refuses (210). */
export const PUBLIC_REFUSED: readonly string[] = [
  ...REFUSED,
  'RETRAIT_MAN_SERV',
  'ST_CT_NON_DECLAR',
  'SUPPR_COMP_AVOIR',
  'TRANSF_PMNT_REGIE',
  'CONTACT_ACHTR',
  'AUTRE',
  'COORD_BANC_ERR',
  'LIVR_INCOMP',
]

export const REASONS: ReadonlySet<string> = new Set([
  ...DISPUTED,
  ...PUBLIC_REFUSED,
  ...SUSPENDED,
  ...REJECTED,
  ...INADMISSIBLE,
  'NON_TRANSMISE',
  'ROUTAGE_ERR',
])

export const STATUSES: Readonly<Record<LifecycleStatus, StatusRow>> = {
  '200': { fr: 'Déposée', en: 'Deposited', phase: '305', documentStatus: '10', reasons: ['NON_TRANSMISE'] },
  '201': { fr: 'Émise', en: 'Sent by the platform', phase: '305', documentStatus: '51' },
  '202': { fr: 'Reçue', en: 'Received by the platform', phase: '305', documentStatus: '43' },
  '203': { fr: 'Mise à disposition', en: 'Made available', phase: '305', documentStatus: '48' },
  '204': { fr: 'Prise en charge', en: 'In hand', phase: '23', documentStatus: '45' },
  '205': { fr: 'Approuvée', en: 'Approved', phase: '23', documentStatus: '1' },
  '206': {
    fr: 'Approuvée partiellement',
    en: 'Partly approved',
    phase: '23',
    documentStatus: '49',
    reasons: PARTIAL,
    isReasonMandatory: true,
  },
  '207': { fr: 'En litige', en: 'Disputed', phase: '23', documentStatus: '46', reasons: DISPUTED, isReasonMandatory: true },
  '208': { fr: 'Suspendue', en: 'Suspended', phase: '23', documentStatus: '39', reasons: SUSPENDED, isReasonMandatory: true },
  '209': { fr: 'Complétée', en: 'Completed', phase: '23', documentStatus: '37' },
  '210': { fr: 'Refusée', en: 'Refused', phase: '23', documentStatus: '50', reasons: REFUSED, isReasonMandatory: true },
  '211': { fr: 'Paiement transmis', en: 'Payment sent', phase: '23', documentStatus: '47' },
  '212': { fr: 'Encaissée', en: 'Collected', phase: '23', documentStatus: '47' },
  '213': { fr: 'Rejetée', en: 'Rejected', phase: '305', documentStatus: '8', reasons: REJECTED, isReasonMandatory: true },
  '214': { fr: 'Visée', en: 'Endorsed', phase: '23' },
  '220': { fr: 'Annulée', en: 'Cancelled', phase: '23' },
  '221': { fr: 'Erreur de routage', en: 'Routing error', phase: '305', reasons: ['ROUTAGE_ERR'] },
  '224': { fr: 'Demande de paiement direct', en: 'Direct payment asked', phase: '23' },
  '225': { fr: 'Affacturée', en: 'Factored', phase: '23' },
  '226': { fr: 'Affacturée confidentiel', en: 'Factored in confidence', phase: '23' },
  '227': { fr: 'Changement de compte à payer', en: 'Change of account to pay', phase: '23' },
  '228': { fr: 'Non affacturée', en: 'Not factored', phase: '23' },
  '501': { fr: 'Irrecevable', en: 'Inadmissible', phase: '305', reasons: INADMISSIBLE, isReasonMandatory: true },
}

/** Statuses that platforms and the state use among themselves. */
export const INNER_STATUSES: readonly string[] = ['250', '251', '300', '301', '400', '401', '500', '601']

export function statusRow(code: string | undefined): StatusRow | undefined {
  return code !== undefined && Object.hasOwn(STATUSES, code) ? STATUSES[code as LifecycleStatus] : undefined
}

export const ACTIONS: readonly string[] = ['NOA', 'PIN', 'NIN', 'CNF', 'CNP', 'CNA', 'OTH']

export const CHARACTERISTICS: readonly string[] = [
  'MEN',
  'MPA',
  'RAP',
  'ESC',
  'RAB',
  'REM',
  'MAP',
  'MAPTTC',
  'MNA',
  'MNATTC',
  'CBB',
  'DIV',
  'DVA',
  'MAJ',
]

/** MDT-88 by phase. */
export const DOCUMENT_STATUSES: Readonly<Record<Phase, readonly string[]>> = {
  '305': ['10', '51', '43', '8', '48'],
  '23': ['45', '39', '37', '50', '49', '47', '46', '1', '5'],
}
