type Reason = { readonly name: string; /** The ISO 20022 reason of the same name. */ readonly iso?: string }

/** Why an operation came back, by the interbank code of two digits (CFONB, "Liste interbancaire des codes motifs de rejet/retour"). */
const REASONS: Readonly<Record<string, Reason>> = {
  '01': { name: 'Endos erroné' },
  '02': { name: 'Échéance hors limite' },
  '03': { name: 'Date incohérente' },
  '04': { name: 'Réclamation partielle' },
  '05': { name: 'Réclamation totale' },
  '06': { name: 'Non-retour d’acceptation' },
  '11': { name: 'Annulation bancaire' },
  '12': { name: 'Coordonnées bancaires inexploitables', iso: 'AC01' },
  '13': { name: 'Créance non identifiable' },
  '14': { name: 'Compte clôturé', iso: 'AC04' },
  '16': { name: 'Destinataire non reconnu' },
  '18': { name: 'Émetteur non reconnu', iso: 'BE05' },
  '19': { name: 'Créance cédée à une autre banque' },
  '20': { name: 'Provision insuffisante', iso: 'AM04' },
  '31': { name: 'Pas d’autorisation', iso: 'MD01' },
  '32': { name: 'Décision judiciaire' },
  '34': { name: 'Opposition sur compte', iso: 'AC06' },
  '35': { name: 'Titulaire décédé', iso: 'MD07' },
  '39': { name: 'Ne paie que les LCR acceptées ou les BOR' },
  '52': { name: 'Code opération incorrect', iso: 'AG02' },
  '54': { name: 'Adresse invalide', iso: 'BE04' },
  '57': { name: 'Format invalide', iso: 'FF01' },
  '58': { name: 'Sur ordre du client', iso: 'MS02' },
  '59': { name: 'Raison non communiquée', iso: 'MS03' },
  '60': { name: 'Code banque incorrect', iso: 'RC01' },
  '61': { name: 'Heure limite dépassée', iso: 'TM01' },
  '62': { name: 'Motif réglementaire', iso: 'RR04' },
  '63': { name: 'Service spécifique', iso: 'SL01' },
  '64': { name: 'Doublon', iso: 'AM05' },
  '65': { name: 'Retour suite à demande', iso: 'FOCR' },
  '66': { name: 'Données du mandat incorrectes', iso: 'MD02' },
  '70': { name: 'Tirage contesté' },
  '71': { name: 'Reçu à tort ou déjà réglé' },
  '72': { name: 'Code acceptation erroné' },
  '73': { name: 'Montant contesté' },
  '74': { name: 'Date d’échéance contestée' },
  '75': { name: 'Demande de prorogation' },
  '76': { name: 'Réclamation tardive' },
  '80': { name: 'Contestation du débiteur', iso: 'MD06' },
  '88': { name: 'Banque hors échanges' },
  '90': { name: 'Paiement partiel du tiré' },
  '99': { name: 'Opération non admise', iso: 'AG01' },
}

/** The ISO 20022 reason, the French name where ISO has none, the bare code where nobody knows it; undefined for blanks and `00`. */
export function returnReasonOf(code: string): string | undefined {
  if (!/^[A-Z\d]{2}$/.test(code) || code === '00') return undefined
  const reason = REASONS[code]
  return reason?.iso ?? reason?.name ?? `CFONB ${code}`
}
