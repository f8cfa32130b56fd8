/** The catalogue of a joiner's workshop: what is made, what is resold, what is done on site. Prices without VAT. */
import type { Item, UnitCode } from './plan.ts'

type Row = readonly [reference: string, name: string, unit: UnitCode, unitPrice: string]

const GOODS: readonly Row[] = [
  ['PORTE-ENT', 'Porte d’entrée en chêne massif, 90 × 215 cm', 'C62', '2480.00'],
  ['PORTE-INT', 'Bloc-porte intérieur isoplane, huisserie sapin', 'C62', '218.00'],
  ['PORTE-GAL', 'Porte à galandage, chêne plaqué', 'C62', '745.00'],
  ['PORTE-CF', 'Bloc-porte coupe-feu EI 30, procès-verbal fourni', 'C62', '612.00'],
  ['FEN-1V', 'Fenêtre chêne 1 vantail, double vitrage 4/16/4', 'C62', '585.00'],
  ['FEN-2V', 'Fenêtre chêne 2 vantaux, double vitrage, Uw 1,3', 'C62', '890.00'],
  ['BAIE', 'Baie coulissante bois et aluminium, 240 × 215 cm', 'C62', '2950.00'],
  ['VOLET', 'Volets battants à barres et écharpe, la paire', 'C62', '415.00'],
  ['ESC-DR', 'Escalier droit en chêne, sur mesure', 'C62', '3650.00'],
  ['ESC-QT', 'Escalier quart tournant en hêtre, sur mesure', 'C62', '4280.00'],
  ['GARDE', 'Garde-corps bois et câbles inox', 'MTR', '265.00'],
  ['PARQUET', 'Parquet chêne massif 14 mm', 'MTK', '61.40'],
  ['TERRASSE', 'Lames de terrasse en douglas', 'MTK', '46.50'],
  ['BARDAGE', 'Bardage mélèze à claire-voie', 'MTK', '72.00'],
  ['PLAN', 'Plan de travail en chêne lamellé-collé 40 mm', 'MTR', '198.00'],
  ['MEUB-BAS', 'Meuble bas de cuisine, caisson et façade', 'C62', '342.00'],
  ['MEUB-HAUT', 'Meuble haut de cuisine, caisson et façade', 'C62', '236.00'],
  ['COLONNE', 'Colonne de cuisine pour four', 'C62', '518.00'],
  ['PLACARD', 'Placard sur mesure, portes coulissantes', 'MTR', '540.00'],
  ['ETAGERE', 'Étagère en chêne, fixations invisibles', 'MTR', '62.00'],
  ['COMPTOIR', 'Comptoir d’accueil plaqué chêne, sur mesure', 'MTR', '870.00'],
  ['PRESENT', 'Présentoir de magasin, hêtre et laiton', 'C62', '495.00'],
  ['TABLE', 'Table de réunion en chêne, 240 × 100 cm', 'C62', '1590.00'],
  ['BANC', 'Banc d’extérieur en robinier', 'C62', '640.00'],
  ['CASIER', 'Casiers de vestiaire, le bloc de six', 'C62', '520.00'],
  ['CLOISON', 'Cloison vitrée d’atelier en chêne', 'MTK', '310.00'],
  ['PANNEAU', 'Contreplaqué bouleau 18 mm', 'MTK', '41.20'],
  ['SERRURE', 'Serrure multipoint 5 points', 'C62', '189.00'],
  ['BEQUILLE', 'Béquille double en inox', 'C62', '47.90'],
  ['PAUMELLE', 'Paumelle inox 140 mm', 'C62', '6.35'],
  ['VIS', 'Vis inox A2 5 × 60 mm', 'C62', '0.0845'],
  ['HUILE', 'Huile dure pour bois, bidon de 2,5 l', 'C62', '74.50'],
]

const SERVICES: readonly Row[] = [
  ['MO', 'Main-d’œuvre de menuisier', 'HUR', '48.00'],
  ['MO-AG', 'Main-d’œuvre d’agenceur', 'HUR', '56.00'],
  ['ETUDE', 'Étude, plans et relevé de cotes', 'HUR', '62.00'],
  ['POSE-FEN', 'Pose et calfeutrement d’une fenêtre', 'C62', '165.00'],
  ['POSE-PORTE', 'Pose d’un bloc-porte', 'C62', '98.00'],
  ['POSE-ESC', 'Pose d’un escalier', 'C62', '760.00'],
  ['POSE-SOL', 'Pose de parquet ou de lames', 'MTK', '27.50'],
  ['DEPOSE', 'Dépose et évacuation d’une menuiserie', 'C62', '62.00'],
  ['DEPL', 'Déplacement, Rennes et sa couronne', 'C62', '38.00'],
  ['LIVR', 'Livraison et manutention', 'C62', '95.00'],
]

const itemOf =
  (nature: Item['nature']) =>
  ([reference, name, unit, unitPrice]: Row): Item => ({ key: reference, reference, name, unit, unitPrice, nature, vat: 'FR_20' })

export const joineryItems: readonly Item[] = [...GOODS.map(itemOf('goods')), ...SERVICES.map(itemOf('service'))]
