import type { Texts } from '#core/text'
import type { FieldNames, RefusalTexts } from '#platform/problems'

export const refusals: RefusalTexts = {
  fr: {
    as_of_in_future: 'Choisissez aujourd’hui ou un jour passé : ce qui restera dû plus tard n’est pas connu.',
  },
  en: {
    as_of_in_future: 'Choose today or a day gone by: what will be owed later is not known.',
  },
}

export const fields: FieldNames = {
  fr: { asOf: 'Date d’arrêté' },
  en: { asOf: 'As of' },
}

const fr = {
  csv: {
    file: 'balance-agee',
    code: 'Code client',
    name: 'Client',
    notDue: 'Non échu',
    to30: '1 à 30 jours',
    to60: '31 à 60 jours',
    to90: '61 à 90 jours',
    to120: '91 à 120 jours',
    over120: 'Plus de 120 jours',
    late: 'En retard',
    unallocated: 'Non affecté',
    total: 'Solde',
  },
}

const en: typeof fr = {
  csv: {
    file: 'aged-balance',
    code: 'Customer code',
    name: 'Customer',
    notDue: 'Not due',
    to30: '1 to 30 days',
    to60: '31 to 60 days',
    to90: '61 to 90 days',
    to120: '91 to 120 days',
    over120: 'Over 120 days',
    late: 'Late',
    unallocated: 'Unallocated',
    total: 'Balance',
  },
}

export const texts: Texts<typeof fr> = { fr, en }
