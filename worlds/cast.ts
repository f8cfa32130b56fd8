/** The customers of Atelier Brocéliande, one a row: invented firms, invented people, true towns. */
import type { HabitKey } from './habits.ts'
import type { JobKey } from './jobs.ts'
import type { CustomerKind, TermsKey } from './plan.ts'

/** Which VAT treatment follows from who the customer is (`treatments.ts`). */
export type VatProfile = 'standard' | 'housing' | 'subcontractor' | 'eu' | 'nonEu' | 'overseas' | 'tenant'

type PaysBy = 'transfer' | 'cheque' | 'card' | 'cash'

export type Role = {
  readonly name: string
  readonly legalForm?: string
  /** A town of `towns.ts`; customers abroad are in `abroad.ts`. */
  readonly town?: string
  readonly kind: CustomerKind
  readonly vat: VatProfile
  readonly jobs: readonly JobKey[]
  /** How often it orders, against the others. */
  readonly share: number
  readonly terms: TermsKey
  readonly habit: HabitKey
  readonly paysBy: PaysBy
  /** Gathers what it owes and pays several invoices by one transfer. */
  readonly grouped?: true
  /** It stopped paying, then we stopped working for it: days before the end of the story. */
  readonly inDifficulty?: { readonly paysUntilDaysBefore: number; readonly ordersUntilDaysBefore: number }
}

type Trade = Pick<Role, 'vat' | 'jobs'>

const builder: Trade = { vat: 'subcontractor', jobs: ['doors', 'upkeep', 'stairs', 'doors', 'floor', 'hardware', 'fireDoors'] }
const supplied: Trade = { vat: 'standard', jobs: ['hardware', 'panels', 'hardware'] }
const landlord: Trade = { vat: 'housing', jobs: ['repair', 'upkeep', 'repair', 'windows', 'shutters', 'repair', 'frontDoor', 'upkeep'] }
const shop: Trade = { vat: 'standard', jobs: ['repair', 'shopFitting', 'upkeep', 'repair', 'cupboard'] }
const office: Trade = { vat: 'standard', jobs: ['repair', 'offices', 'repair', 'cupboard', 'upkeep'] }
const hotel: Trade = { vat: 'standard', jobs: ['upkeep', 'repair', 'floor', 'repair', 'furniture', 'deck'] }
const architect: Trade = { vat: 'standard', jobs: ['study', 'panels', 'cupboard', 'study'] }

type CompanyRow = readonly [
  name: string,
  legalForm: string,
  town: string,
  trade: Trade,
  share: number,
  terms: TermsKey,
  habit: HabitKey,
  more?: Partial<Pick<Role, 'paysBy' | 'grouped' | 'inDifficulty' | 'jobs' | 'vat'>>,
]

const COMPANIES: readonly CompanyRow[] = [
  ['Bâtisseurs de la Haute Vilaine', 'SAS', 'Vitré', builder, 40, 'net_30', 'fewDaysLate', { grouped: true }],
  ['Kerlouan-Tremel Construction', 'SAS', 'Saint-Brieuc', builder, 30, 'net_30', 'slow', { grouped: true }],
  ['Rénovation des Trois Rivières', 'SARL', 'Redon', builder, 28, 'net_30', 'fewDaysLate'],
  ['Charpentes Guermeur et Filles', 'SARL', 'Fougères', builder, 22, 'net_30', 'punctual'],
  ['Maisons Landeroc', 'SAS', 'Bruz', builder, 34, 'eom_30', 'slow', { grouped: true }],
  ['Le Dantec-Moisan Bâtiment', 'SARL', 'Rennes', builder, 7, 'net_60', 'late'],
  ['Cabinet Rozell, syndic', 'SAS', 'Rennes', landlord, 40, 'net_15', 'fewDaysLate', { grouped: true }],
  ['Foncière du Mail Bleu', 'SAS', 'Rennes', landlord, 20, 'net_15', 'punctual'],
  ['Gestion immobilière Penfell', 'SARL', 'Vannes', landlord, 16, 'net_15', 'slow'],
  ['Résidences Askell', 'SA', 'Saint-Jacques-de-la-Lande', landlord, 36, 'net_30', 'early', { grouped: true }],
  ['Crêperie Blé Rouge', 'SARL', 'Dinan', shop, 6, 'net_15', 'fewDaysLate', { paysBy: 'cheque' }],
  ['Hôtel des Marées Blanches', 'SAS', 'Saint-Malo', hotel, 14, 'net_30', 'fewDaysLate'],
  ['Le Fournil d’Enora', 'SARL', 'Cesson-Sévigné', shop, 6, 'net_15', 'punctual', { paysBy: 'cheque' }],
  ['Librairie L’Encre et la Lande', 'SARL', 'Rennes', shop, 7, 'net_15', 'late'],
  ['Optique Diraison', 'SARL', 'Saint-Grégoire', shop, 6, 'net_30', 'early'],
  ['Cabinet dentaire Dréan et Lucas', 'SELARL', 'Chantepie', office, 5, 'net_15', 'early'],
  ['Numérilande', 'SAS', 'Rennes', office, 12, 'net_30', 'punctual'],
  ['Nevez Lann Architectes', 'SARL', 'Rennes', architect, 16, 'net_30', 'fewDaysLate'],
  ['Morgat-Hélias Architecture', 'SARL', 'Quimper', architect, 10, 'net_30', 'punctual'],
  ['Biscuiterie du Faouzic', 'SAS', 'Lorient', shop, 8, 'net_30', 'punctual'],
  ['Brasserie Goulou Noz', 'SARL', 'Paimpont', shop, 6, 'net_30', 'slow'],
  ['Transports Talhouarn', 'SAS', 'Noyal-sur-Vilaine', office, 8, 'net_45', 'fewDaysLate'],
  ['Pharmacie des Trois Menhirs', 'SELARL', 'Montfort-sur-Meu', shop, 6, 'net_30', 'early'],
  ['Clinique vétérinaire de l’Hermine Rousse', 'SELARL', 'Betton', office, 6, 'net_30', 'punctual', { paysBy: 'cheque' }],
  ['Maraîchers de Douar Glas', 'SCOP', 'Plélan-le-Grand', hotel, 6, 'net_30', 'fewDaysLate'],
  ['Camping Les Genêts d’Aleth', 'SARL', 'Saint-Lunaire', hotel, 9, 'net_15', 'slow'],
  ['Roc’h Vertical', 'SAS', 'Vern-sur-Seiche', hotel, 7, 'net_30', 'punctual'],
  [
    'École Sainte-Tréphine',
    'Association',
    'Vannes',
    { vat: 'standard', jobs: ['repair', 'lockers', 'upkeep'] },
    9,
    'net_30',
    'fewDaysLate',
  ],
  ['Agence Pixel et Granit', 'SAS', 'Nantes', office, 6, 'net_15', 'late'],
  ['Domaine de Kervalic', 'SAS', 'Ploërmel', hotel, 10, 'eom_45', 'fewDaysLate'],
  ['Cuisines Ar Tan', 'SARL', 'Pacé', supplied, 34, 'net_30', 'punctual', { grouped: true }],
  ['Quincaillerie Le Merrer-Josse', 'SARL', 'Châteaubourg', supplied, 18, 'net_30', 'early'],
  [
    'Restaurant du Grand Chêne',
    'SARL',
    'Liffré',
    shop,
    8,
    'net_30',
    'late',
    { inDifficulty: { paysUntilDaysBefore: 270, ordersUntilDaysBefore: 175 } },
  ],
  ['Métallerie Guivant', 'SARL', 'Rennes', { vat: 'tenant', jobs: ['rent'] }, 18, 'net_15', 'punctual'],
]

const PUBLIC_BODIES: readonly (readonly [town: string, share: number])[] = [
  ['Cesson-Sévigné', 13],
  ['Bruz', 12],
  ['Pacé', 9],
  ['Vern-sur-Seiche', 8],
  ['Paimpont', 6],
  ['Châteaubourg', 8],
]

type ForeignRow = readonly [name: string, legalForm: string, vat: VatProfile, jobs: readonly JobKey[], share: number, habit: HabitKey]

const FOREIGN: readonly ForeignRow[] = [
  ['Raumwerk Tannhalde', 'GmbH', 'eu', ['furniture', 'study'], 9, 'early'],
  ['Agencements Lierneux', 'SRL', 'eu', ['furniture', 'panels', 'furniture'], 8, 'fewDaysLate'],
  ['Intérieurs Kirchbierg', 'S.à r.l.', 'eu', ['study', 'furniture'], 6, 'punctual'],
  ['Chalets Valnoire', 'SA', 'nonEu', ['furniture', 'study'], 7, 'punctual'],
  ['Hartwell and Pryce Interiors', 'Ltd', 'nonEu', ['study', 'furniture'], 5, 'fewDaysLate'],
  ['Kaz Bois Océan', 'SARL', 'overseas', ['furniture', 'panels'], 5, 'slow'],
]

type HouseholdRow = readonly [
  name: string,
  town: string,
  jobs: readonly JobKey[],
  share: number,
  terms: TermsKey,
  habit: HabitKey,
  paysBy: PaysBy,
]

const HOUSEHOLDS: readonly HouseholdRow[] = [
  ['Aziliz Kermarrec', 'Rennes', ['kitchen', 'cupboard'], 2, 'two_halves', 'household', 'transfer'],
  ['Marc et Sophie Gautrais', 'Betton', ['windows', 'shutters'], 3, 'two_halves', 'household', 'transfer'],
  ['Yann Daoudal', 'Paimpont', ['repair'], 2, 'on_receipt', 'onTheSpot', 'cash'],
  ['Rozenn Nédellec', 'Le Rheu', ['stairs', 'repair'], 2, 'two_halves', 'household', 'transfer'],
  ['Samir Bodéré', 'Chantepie', ['floor'], 1, 'net_30', 'household', 'cheque'],
  ['Katell Lagadic', 'Bruz', ['frontDoor', 'repair'], 2, 'net_15', 'household', 'card'],
  ['Patrick et Nadia Hamonic', 'Acigné', ['windows', 'repair'], 3, 'net_15', 'household', 'cheque'],
  ['Tifenn Quéméneur', 'Rennes', ['cupboard', 'repair'], 2, 'net_15', 'household', 'card'],
  ['Denis Le Goaziou', 'Mordelles', ['deck'], 1, 'net_30', 'household', 'transfer'],
  ['Gaëlle Trévidic', 'Saint-Malo', ['bayWindow'], 1, 'two_halves', 'household', 'transfer'],
  ['Pierre-Yves Rouxel', 'Melesse', ['repair', 'furniture'], 3, 'on_receipt', 'onTheSpot', 'card'],
  ['Mathilde Fauchoux', 'Cesson-Sévigné', ['windows'], 2, 'net_30', 'fewDaysLate', 'cheque'],
  ['Hervé Moisdon', 'Janzé', ['shutters', 'repair'], 2, 'net_15', 'household', 'cheque'],
  ['Bleuenn Salaün', 'Châteaugiron', ['kitchen'], 1, 'two_halves', 'household', 'transfer'],
]

export const cast: readonly Role[] = [
  ...COMPANIES.map(companyRole),
  ...PUBLIC_BODIES.map(([town, share]) => townRole(town, share)),
  ...FOREIGN.map(foreignRole),
  ...HOUSEHOLDS.map(householdRole),
]

function companyRole([name, legalForm, town, trade, share, terms, habit, more]: CompanyRow): Role {
  return { name, legalForm, town, kind: 'company', ...trade, share, terms, habit, paysBy: 'transfer', ...more }
}

function townRole(town: string, share: number): Role {
  const jobs: JobKey[] = ['upkeep', 'lockers', 'repair', 'fireDoors', 'upkeep', 'cladding']
  return {
    name: `Commune de ${town}`,
    town,
    kind: 'public',
    vat: 'standard',
    jobs,
    share,
    terms: 'net_30',
    habit: 'treasury',
    paysBy: 'transfer',
  }
}

function foreignRole([name, legalForm, vat, jobs, share, habit]: ForeignRow): Role {
  const kind = vat === 'eu' ? 'eu' : vat === 'nonEu' ? 'other' : 'company'
  return { name, legalForm, kind, vat, jobs, share, terms: 'net_30', habit, paysBy: 'transfer' }
}

function householdRole([name, town, jobs, share, terms, habit, paysBy]: HouseholdRow): Role {
  return { name, town, kind: 'consumer', vat: 'housing', jobs, share, terms, habit, paysBy }
}
