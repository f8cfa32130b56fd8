/** First names, family names and streets that sound of Brittany. Put together by chance they name nobody. */
export const firstNames: readonly string[] = [
  'Aziliz', 'Anne', 'Bleuenn', 'Brieuc', 'Catherine', 'Claire', 'Corentin', 'Denis', 'Elouan', 'Enora', 'Erwan', 'Fañch', 'Gaëlle', 'Gildas',
  'Goulven', 'Gwenaëlle', 'Hervé', 'Jean-Yves', 'Katell', 'Loïc', 'Maël', 'Malo', 'Marc', 'Marie-Armelle', 'Mathilde', 'Morgane', 'Nolwenn',
  'Nadia', 'Patrick', 'Pierre-Yves', 'Rozenn', 'Samir', 'Soizic', 'Sophie', 'Tanguy', 'Thomas', 'Tifenn', 'Vincent', 'Yann', 'Youenn',
]

export const familyNames: readonly string[] = [
  'Abgrall-Renan', 'Bodéré', 'Briantais', 'Caradeuc', 'Cosquéric', 'Daoudal', 'Derennic', 'Fauchoux', 'Floc’hlay', 'Gautrais', 'Gicquiaud',
  'Guézennoc', 'Hamonic', 'Herviaux', 'Jéhannin', 'Kerdoncuff', 'Kermarrec', 'Lagadic', 'Le Bihannic', 'Le Goaziou', 'Le Querrec', 'Lozac’h',
  'Menguy', 'Moisdon', 'Nédellec', 'Pélissot', 'Penvern', 'Piriou', 'Quéméneur', 'Riouallon', 'Rouxel', 'Salaün', 'Tanguy-Prigent', 'Toudic',
  'Trévidic', 'Urvoaz', 'Vaillandet', 'Yhuel',
]

export const streets: readonly string[] = [
  'allée des Charmes', 'allée du Verger', 'avenue de la Libération', 'avenue des Peupliers', 'boulevard de la Gare', 'chemin du Lavoir',
  'impasse des Tisserands', 'place de l’Église', 'place du Marché', 'quai des Mariniers', 'route de la Forêt', 'rue de Bel Air',
  'rue de Bretagne', 'rue de la Chalotais', 'rue de la Croix Rouge', 'rue de la Fontaine', 'rue de la Monnaie', 'rue de la Poterie',
  'rue de l’Étang', 'rue des Ajoncs', 'rue des Artisans', 'rue des Chênes', 'rue des Genêts', 'rue des Lilas', 'rue du Champ Rond',
  'rue du Four à Pain', 'rue du Moulin', 'rue du Pont', 'rue du Stade', 'rue Duguesclin', 'rue Jacques Cartier', 'rue Surcouf', 'venelle du Puits',
]

export const businessParks: readonly string[] = [
  'ZA de la Gautrais', 'ZA des Landes', 'ZA du Haut Chemin', 'ZI de la Haie Rousse', 'parc d’activités du Chêne Vert', 'parc d’activités des Ajoncs',
]
