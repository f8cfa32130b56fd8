import type { FieldNames, RefusalTexts } from '#platform/problems'

export const refusals: RefusalTexts = {
  fr: {
    terms_too_many_instalments: 'Trop d’échéances.',
    terms_need_one_rest: 'Les conditions doivent avoir un solde, et un seul.',
    terms_leave_no_rest: 'Les pourcentages ne laissent rien pour le solde.',
    terms_percent_not_positive: 'Chaque pourcentage doit être positif.',
    terms_days_out_of_range: (facts) => `Le délai compte ${facts['most']} jours au plus.`,
    terms_day_of_month_out_of_range: 'Le jour du mois va de 1 à 31.',
  },
  en: {
    terms_too_many_instalments: 'Too many instalments.',
    terms_need_one_rest: 'The terms must have one balance, and only one.',
    terms_leave_no_rest: 'The percentages leave nothing for the balance.',
    terms_percent_not_positive: 'Every percentage must be positive.',
    terms_days_out_of_range: (facts) => `The period is at most ${facts['most']} days.`,
    terms_day_of_month_out_of_range: 'The day of the month goes from 1 to 31.',
  },
}

export const fields: FieldNames = {
  fr: { paymentTerms: 'Conditions de règlement' },
  en: { paymentTerms: 'Payment terms' },
}
