/** What the workshop does for a customer: each job becomes an invoice of a few lines. */
export type JobLine =
  | {
      readonly item: string
      readonly low: number
      readonly high: number
      /** Quantities are multiples of this; 1 when absent. */
      readonly step?: number
      /** Absent: always there. */
      readonly probability?: number
    }
  /** As many as these items together: what is supplied is fitted. */
  | { readonly item: string; readonly asManyAs: readonly string[]; readonly probability?: number }

/** What the law looks at: works on a building, works that save energy, goods handed over, brain work, rent. */
export type JobNature = 'works' | 'energy' | 'supply' | 'study' | 'rent'

export type Job = { readonly subject: string; readonly nature: JobNature; readonly lines: readonly JobLine[] }

export type JobKey = keyof typeof jobs

export const jobs = {
  repair: {
    subject: 'Dépannage et réglages',
    nature: 'works',
    lines: [
      { item: 'MO', low: 2, high: 9, step: 0.5 },
      { item: 'SERRURE', low: 1, high: 1, probability: 0.3 },
      { item: 'PAUMELLE', low: 2, high: 8, probability: 0.5 },
      { item: 'DEPL', low: 1, high: 2 },
    ],
  },
  upkeep: {
    subject: 'Entretien des menuiseries',
    nature: 'works',
    lines: [
      { item: 'MO', low: 7, high: 26, step: 0.5 },
      { item: 'BEQUILLE', low: 1, high: 6, probability: 0.6 },
      { item: 'DEPL', low: 1, high: 3 },
    ],
  },
  windows: {
    subject: 'Remplacement de fenêtres',
    nature: 'energy',
    lines: [
      { item: 'FEN-2V', low: 1, high: 5 },
      { item: 'FEN-1V', low: 1, high: 2, probability: 0.5 },
      { item: 'POSE-FEN', asManyAs: ['FEN-1V', 'FEN-2V'] },
      { item: 'DEPOSE', asManyAs: ['FEN-1V', 'FEN-2V'] },
      { item: 'DEPL', low: 1, high: 3 },
    ],
  },
  bayWindow: {
    subject: 'Création d’une baie vitrée',
    nature: 'works',
    lines: [
      { item: 'BAIE', low: 1, high: 2 },
      { item: 'MO', low: 10, high: 22, step: 0.5 },
      { item: 'DEPL', low: 1, high: 2 },
    ],
  },
  shutters: {
    subject: 'Volets battants',
    nature: 'works',
    lines: [
      { item: 'VOLET', low: 2, high: 7 },
      { item: 'MO', low: 4, high: 12, step: 0.5 },
      { item: 'DEPL', low: 1, high: 1 },
    ],
  },
  doors: {
    subject: 'Fourniture et pose de blocs-portes',
    nature: 'works',
    lines: [
      { item: 'PORTE-INT', low: 3, high: 14 },
      { item: 'PORTE-GAL', low: 1, high: 2, probability: 0.3 },
      { item: 'POSE-PORTE', asManyAs: ['PORTE-INT', 'PORTE-GAL'] },
      { item: 'BEQUILLE', asManyAs: ['PORTE-INT', 'PORTE-GAL'], probability: 0.5 },
    ],
  },
  fireDoors: {
    subject: 'Portes coupe-feu',
    nature: 'works',
    lines: [
      { item: 'PORTE-CF', low: 1, high: 5 },
      { item: 'POSE-PORTE', asManyAs: ['PORTE-CF'] },
      { item: 'DEPOSE', asManyAs: ['PORTE-CF'], probability: 0.6 },
    ],
  },
  frontDoor: {
    subject: 'Porte d’entrée',
    nature: 'works',
    lines: [
      { item: 'PORTE-ENT', low: 1, high: 1 },
      { item: 'MO', low: 5, high: 9, step: 0.5 },
      { item: 'DEPOSE', low: 1, high: 1 },
      { item: 'DEPL', low: 1, high: 1 },
    ],
  },
  stairs: {
    subject: 'Escalier sur mesure',
    nature: 'works',
    lines: [
      { item: 'ETUDE', low: 3, high: 6, step: 0.5 },
      { item: 'ESC-QT', low: 1, high: 1 },
      { item: 'GARDE', low: 2, high: 6, step: 0.25, probability: 0.7 },
      { item: 'POSE-ESC', low: 1, high: 1 },
    ],
  },
  floor: {
    subject: 'Parquet massif',
    nature: 'works',
    lines: [
      { item: 'PARQUET', low: 12, high: 46, step: 0.5 },
      { item: 'POSE-SOL', asManyAs: ['PARQUET'] },
      { item: 'HUILE', low: 1, high: 3, probability: 0.4 },
    ],
  },
  deck: {
    subject: 'Terrasse en douglas',
    nature: 'works',
    lines: [
      { item: 'TERRASSE', low: 14, high: 42, step: 0.5 },
      { item: 'POSE-SOL', asManyAs: ['TERRASSE'] },
      { item: 'VIS', low: 200, high: 1200, step: 50 },
    ],
  },
  cladding: {
    subject: 'Bardage mélèze',
    nature: 'works',
    lines: [
      { item: 'BARDAGE', low: 18, high: 70, step: 0.25 },
      { item: 'MO', low: 14, high: 40, step: 0.5 },
      { item: 'VIS', low: 300, high: 1800, step: 100 },
    ],
  },
  kitchen: {
    subject: 'Agencement de cuisine',
    nature: 'works',
    lines: [
      { item: 'ETUDE', low: 3, high: 7, step: 0.5 },
      { item: 'MEUB-BAS', low: 4, high: 8 },
      { item: 'MEUB-HAUT', low: 2, high: 6 },
      { item: 'COLONNE', low: 1, high: 2 },
      { item: 'PLAN', low: 2.5, high: 5.5, step: 0.1 },
      { item: 'MO-AG', low: 14, high: 28, step: 0.5 },
    ],
  },
  cupboard: {
    subject: 'Placards sur mesure',
    nature: 'works',
    lines: [
      { item: 'PLACARD', low: 1.8, high: 5, step: 0.05 },
      { item: 'MO-AG', low: 4, high: 12, step: 0.5 },
      { item: 'DEPL', low: 1, high: 1 },
    ],
  },
  shopFitting: {
    subject: 'Agencement de magasin',
    nature: 'works',
    lines: [
      { item: 'ETUDE', low: 4, high: 14, step: 0.5 },
      { item: 'COMPTOIR', low: 2, high: 5.5, step: 0.05 },
      { item: 'PRESENT', low: 2, high: 8 },
      { item: 'ETAGERE', low: 6, high: 30, step: 0.1 },
      { item: 'MO-AG', low: 16, high: 56, step: 0.5 },
    ],
  },
  offices: {
    subject: 'Aménagement de bureaux',
    nature: 'works',
    lines: [
      { item: 'CLOISON', low: 6, high: 18, step: 0.25 },
      { item: 'TABLE', low: 1, high: 2, probability: 0.6 },
      { item: 'PLACARD', low: 2, high: 5, step: 0.05, probability: 0.5 },
      { item: 'MO-AG', low: 12, high: 34, step: 0.5 },
    ],
  },
  lockers: {
    subject: 'Vestiaires et bancs',
    nature: 'works',
    lines: [
      { item: 'CASIER', low: 2, high: 7 },
      { item: 'BANC', low: 1, high: 4 },
      { item: 'MO', low: 4, high: 12, step: 0.5 },
    ],
  },
  hardware: {
    subject: 'Fournitures de quincaillerie',
    nature: 'supply',
    lines: [
      { item: 'BEQUILLE', low: 2, high: 12 },
      { item: 'PAUMELLE', low: 6, high: 40 },
      { item: 'VIS', low: 100, high: 2000, step: 50, probability: 0.7 },
      { item: 'SERRURE', low: 1, high: 3, probability: 0.35 },
      { item: 'LIVR', low: 1, high: 1, probability: 0.3 },
    ],
  },
  panels: {
    subject: 'Panneaux découpés',
    nature: 'supply',
    lines: [
      { item: 'PANNEAU', low: 5, high: 34, step: 0.5 },
      { item: 'HUILE', low: 1, high: 4, probability: 0.3 },
    ],
  },
  furniture: {
    subject: 'Mobilier en chêne',
    nature: 'supply',
    lines: [
      { item: 'TABLE', low: 1, high: 2 },
      { item: 'PRESENT', low: 1, high: 5, probability: 0.7 },
      { item: 'BANC', low: 1, high: 4, probability: 0.6 },
    ],
  },
  study: {
    subject: 'Étude d’agencement',
    nature: 'study',
    lines: [{ item: 'ETUDE', low: 6, high: 30, step: 0.5 }],
  },
  rent: { subject: 'Sous-location d’un local nu', nature: 'rent', lines: [] },
} as const satisfies Record<string, Job>
