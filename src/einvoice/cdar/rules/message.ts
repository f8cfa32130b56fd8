/** The envelope: which kind of message, from whom, to whom, and in which role each speaks. */
import { DOCUMENT_STATUSES } from '../statuses.ts'
import type { ReadLifecycleMessage } from '../model.ts'
import { type CdarRule, eachInvoice, eachRecipient, isBlank, type ReadParty, when } from './rule.ts'

export const INVOICE_GUIDELINE = 'urn.cpro.gouv.fr:1p0:CDV:invoice'
/** Towards the state's portal alone. */
export const PORTAL_GUIDELINE = 'urn.cpro.gouv.fr:1p0:CDV:einvoicingF2'

const PROCESSES = new Set(['REGULATED', 'NON_REGULATED', 'B2C', 'B2CINT', 'B2BINT', 'OUTOFSCOPE'])
const BUSINESSES = ['BY', 'AB', 'DL', 'SE', 'SR', 'PE', 'PR', 'II', 'IV']
const PLATFORM = 'WK'
const PORTAL = 'DFH'
const RECIPIENTS: ReadonlySet<string> = new Set([...BUSINESSES, PLATFORM, PORTAL])

const isPortal = ({ role, identifiers = [] }: ReadParty): boolean =>
  role === PORTAL && identifiers.some(({ scheme, value }) => scheme === '0238' && value === '0000')

const isForPortal = ({ recipients = [] }: ReadLifecycleMessage): boolean =>
  recipients.length === 1 && recipients[0] !== undefined && isPortal(recipients[0])

const says = ({ acknowledgements = [] }: ReadLifecycleMessage, phase: string): boolean =>
  acknowledgements.some((one) => one.phase === phase)

/** A role must be one of a list while the message speaks of a phase. */
const roleIn = (who: 'sender' | 'issuer', phase: string, roles: readonly string[]): CdarRule['breaches'] => {
  return (message) => {
    const role = message[who]?.role
    return when(says(message, phase) && message[who] !== undefined && !roles.includes(role ?? '') && (role ?? '—'))
  }
}

export const messageRules: readonly CdarRule[] = [
  {
    id: 'BR-FR-CDV-01_MDG-3',
    pack: 'BR-FR-CDV',
    term: 'MDG-3',
    severity: 'fatal',
    path: 'guideline',
    breaches: ({ guideline }) => when(isBlank(guideline)),
    fr: 'Le type de message (MDT-3) manque.',
    en: 'The kind of message (MDT-3) is missing.',
  },
  {
    id: 'BR-FR-CDV-02_MDT-3',
    pack: 'BR-FR-CDV',
    term: 'MDT-3',
    severity: 'fatal',
    path: 'guideline',
    breaches: (message) => {
      const { guideline } = message
      const isRight = guideline === INVOICE_GUIDELINE || (guideline === PORTAL_GUIDELINE && isForPortal(message))
      return when(!isBlank(guideline) && !isRight && (guideline ?? ''))
    },
    fr: 'Le type de message « {found} » n’est pas admis ici : « …CDV:invoice », ou « …CDV:einvoicingF2 » pour le seul portail public.',
    en: 'The kind of message “{found}” is not allowed here: “…CDV:invoice”, or “…CDV:einvoicingF2” for the public portal alone.',
  },
  {
    id: 'BR-FR-CDV-CL-01_MDT-2',
    pack: 'BR-FR-CDV',
    term: 'MDT-2',
    severity: 'fatal',
    path: 'process',
    breaches: (message) => {
      const { process } = message
      if (isForPortal(message)) return when((process ?? '').length > 3 && (process ?? ''))
      return when(!PROCESSES.has(process ?? '') && (process ?? '—'))
    },
    fr: 'Le cadre du message (MDT-2), « {found} », n’est pas admis : REGULATED, NON_REGULATED, B2C, B2CINT, B2BINT ou OUTOFSCOPE ; rien vers le portail public.',
    en: 'The setting of the message (MDT-2), “{found}”, is not allowed: REGULATED, NON_REGULATED, B2C, B2CINT, B2BINT or OUTOFSCOPE; none towards the public portal.',
  },
  {
    id: 'BR-FR-CDV-03_MDT-4',
    pack: 'BR-FR-CDV',
    term: 'MDT-4',
    severity: 'fatal',
    path: 'id',
    breaches: ({ id }) => when(id === undefined),
    fr: 'L’identifiant du message (MDT-4) manque.',
    en: 'The identifier of the message (MDT-4) is missing.',
  },
  {
    id: 'BR-FR-CDV-04_MDG-4',
    pack: 'BR-FR-CDV',
    term: 'MDT-8',
    severity: 'fatal',
    path: 'createdAt',
    breaches: ({ createdAt }) => when(isBlank(createdAt)),
    fr: 'La date et l’heure du message (MDT-8) manquent.',
    en: 'The date and time of the message (MDT-8) are missing.',
  },
  {
    id: 'BR-FR-CDV-05_MDG-9',
    pack: 'BR-FR-CDV',
    term: 'MDG-9',
    severity: 'fatal',
    path: 'sender',
    breaches: ({ sender }) => when(sender === undefined),
    fr: 'L’expéditeur du message (MDG-9) manque.',
    en: 'The sender of the message (MDG-9) is missing.',
  },
  {
    id: 'BR-FR-CDV-06_MDT-21',
    pack: 'BR-FR-CDV',
    term: 'MDT-21',
    severity: 'fatal',
    path: 'sender.role',
    breaches: ({ sender }) => when(sender !== undefined && sender.role === undefined),
    fr: 'Le rôle de l’expéditeur (MDT-21) manque.',
    en: 'The role of the sender (MDT-21) is missing.',
  },
  {
    id: 'BR-FR-CDV-07_MDT-38_yes',
    pack: 'BR-FR-CDV',
    term: 'MDT-38',
    severity: 'fatal',
    path: 'issuer.identifiers',
    breaches: (message) => when(says(message, '23') && message.issuer !== undefined && (message.issuer.identifiers ?? []).length === 0),
    fr: 'Un statut de traitement dit qui parle : l’identifiant de l’émetteur (MDT-38) manque.',
    en: 'A processing status says who speaks: the identifier of the issuer (MDT-38) is missing.',
  },
  {
    id: 'BR-FR-CDV-07_MDT-38_no',
    pack: 'BR-FR-CDV',
    term: 'MDT-38',
    // Published as fatal, but the published check can never fail; platforms take such messages.
    severity: 'warning',
    path: 'issuer.identifiers',
    breaches: (message) => {
      const isToPortal = (message.recipients ?? []).some(({ role }) => role === PORTAL)
      return when(says(message, '305') && !isToPortal && (message.issuer?.identifiers ?? []).length > 0)
    },
    fr: 'Un statut de transmission est anonyme : la plateforme émettrice ne donne pas son identifiant (MDT-38).',
    en: 'A transmission status is anonymous: the platform that issues it does not give its identifier (MDT-38).',
  },
  {
    id: 'BR-FR-CDV-CL-02_MDT-21_305',
    pack: 'BR-FR-CDV',
    term: 'MDT-21',
    severity: 'fatal',
    path: 'sender.role',
    breaches: roleIn('sender', '305', [PLATFORM]),
    fr: 'Un statut de transmission est envoyé par une plateforme (WK), non par « {found} ».',
    en: 'A transmission status is sent by a platform (WK), not by “{found}”.',
  },
  {
    id: 'BR-FR-CDV-CL-02_MDT-21_23',
    pack: 'BR-FR-CDV',
    term: 'MDT-21',
    severity: 'fatal',
    path: 'sender.role',
    breaches: roleIn('sender', '23', [...BUSINESSES, PLATFORM]),
    fr: 'Le rôle de l’expéditeur, « {found} », n’est pas admis.',
    en: 'The role of the sender, “{found}”, is not allowed.',
  },
  {
    id: 'BR-FR-CDV-CL-03_MDT-40_305',
    pack: 'BR-FR-CDV',
    term: 'MDT-40',
    severity: 'fatal',
    path: 'issuer.role',
    breaches: roleIn('issuer', '305', [PLATFORM]),
    fr: 'Un statut de transmission est émis par une plateforme (WK), non par « {found} ».',
    en: 'A transmission status is issued by a platform (WK), not by “{found}”.',
  },
  {
    id: 'BR-FR-CDV-CL-03_MDT-40_23',
    pack: 'BR-FR-CDV',
    term: 'MDT-40',
    severity: 'fatal',
    path: 'issuer.role',
    breaches: roleIn('issuer', '23', BUSINESSES),
    fr: 'Un statut de traitement est émis par l’acheteur, le vendeur ou l’un des leurs, non par « {found} ».',
    en: 'A processing status is issued by the buyer, the seller or one of theirs, not by “{found}”.',
  },
  {
    id: 'BR-FR-CDV-CL-04_MDT-59',
    pack: 'BR-FR-CDV',
    term: 'MDT-59',
    severity: 'fatal',
    path: 'recipients',
    breaches: eachRecipient('.role', ({ role }) => role !== undefined && !RECIPIENTS.has(role) && role),
    fr: 'Le rôle du destinataire {name}, « {found} », n’est pas admis.',
    en: 'The role of the recipient {name}, “{found}”, is not allowed.',
  },
  {
    id: 'BR-FR-CDV-08_MDT-73',
    pack: 'BR-FR-CDV',
    term: 'MDT-73',
    severity: 'fatal',
    path: 'recipients',
    breaches: eachRecipient('.electronicAddress', ({ role, electronicAddress }) => {
      return role !== PLATFORM && role !== PORTAL && electronicAddress === undefined
    }),
    fr: 'L’adresse électronique du destinataire {name} (MDT-73) manque.',
    en: 'The electronic address of the recipient {name} (MDT-73) is missing.',
  },
  {
    id: 'BR-FR-CDV-09_MDT-77',
    pack: 'BR-FR-CDV',
    term: 'MDT-77',
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: ({ acknowledgements = [] }) =>
      acknowledgements.flatMap(({ phase }, index) =>
        phase === '23' || phase === '305' ? [] : [{ path: `acknowledgements.${index}.phase`, facts: { found: phase ?? '—' } }],
      ),
    fr: 'Le message dit s’il parle de la transmission (305) ou du traitement (23) : « {found} » n’est ni l’un ni l’autre.',
    en: 'The message says whether it speaks of the transmission (305) or of the processing (23): “{found}” is neither.',
  },
  ...(['305', '23'] as const).map((phase): CdarRule => ({
    id: `BR-FR-CDV-CL-05_MDT-88_${phase}`,
    pack: 'BR-FR-CDV',
    term: 'MDT-88',
    severity: 'fatal',
    path: 'acknowledgements',
    breaches: eachInvoice('.documentStatus', ({ documentStatus }, said) => {
      return said === phase && documentStatus !== undefined && !DOCUMENT_STATUSES[phase].includes(documentStatus) && documentStatus
    }),
    fr: `Facture {number} : le code de statut « {found} » (MDT-88) n’est pas de la phase de ${phase === '305' ? 'transmission' : 'traitement'}.`,
    en: `Invoice {number}: the status code “{found}” (MDT-88) does not belong to the ${phase === '305' ? 'transmission' : 'processing'} phase.`,
  })),
]
