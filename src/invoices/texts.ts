import { formatDay, formatMoney, plural, type Texts } from '#core/text'
import type { FieldNames, RefusalTexts } from '#platform/problems'
import type { DraftWarning } from './rules/draft-warnings.ts'

export const refusals: RefusalTexts = {
  fr: {
    invoice_not_draft: (facts) => `La facture ${facts['number'] ?? ''} est émise : elle ne change plus. Corrigez-la par un avoir.`,
    invoice_changed_elsewhere: 'Ce brouillon a été modifié ailleurs. Rechargez la page pour voir la dernière version.',
    invoice_not_issued: 'Ce document est encore un brouillon.',
    invoice_is_credit_note: 'Un avoir ne se corrige pas par un avoir.',
    invoice_line_too_large: ({ line, most }) =>
      `Ligne ${line} : le montant dépasse ${formatMoney(String(most), 'fr')}. Vérifiez la quantité et le prix.`,
    invoice_too_large: ({ most }) => `Le total dépasse ${formatMoney(String(most), 'fr')}. Vérifiez les quantités et les prix.`,
    invoice_without_customer: 'Choisissez le client de la facture.',
    invoice_without_lines: 'Ajoutez au moins une ligne.',
    invoice_would_fail: (facts) => String(facts['sentence']),
    issue_date_in_future: 'La date d’émission est dans le futur.',
    issue_date_before_last: (facts) =>
      `Le dernier document de la série est daté du ${formatDay(String(facts['last']), 'fr')} : les numéros suivent les dates, choisissez ce jour ou un jour plus récent.`,
    customer_without_email: (facts) =>
      `${facts['customer'] ?? 'Le client'} n’a pas d’adresse e-mail : ajoutez-en une, ou validez sans envoyer.`,
    document_being_drawn: 'Ce document est en cours de mise en page : réessayez dans un instant.',
    vat_code_unknown: (facts) => `Ligne ${facts['line']} : le régime de TVA « ${facts['code']} » n’existe pas.`,
    item_unknown: (facts) => `Ligne ${facts['line']} : cet article n’est pas de votre catalogue.`,
    numbering_final: (facts) => `La série ${facts['pattern']} a déjà servi : sa forme est définitive.`,
    numbering_collides: (facts) => `Cette série pourrait donner le même numéro que la série ${facts['other']}.`,
    number_without_counter: 'Le format doit contenir un compteur, par exemple {00000}.',
    number_part_twice: 'Le format ne peut contenir qu’un compteur et qu’une année.',
    number_restart_without_year: 'Une série qui repart à 1 chaque année doit porter l’année.',
    number_too_long: 'Un numéro compte 20 caractères au plus.',
    number_bad_character: (facts) => `Le caractère « ${facts['character']} » n’est pas permis : lettres, chiffres et + - _ / seulement.`,
    company_siren_missing: 'Indiquez le SIREN de votre entreprise dans les réglages.',
    company_address_missing: 'Complétez l’adresse de votre entreprise dans les réglages.',
    company_vat_number_missing: 'Ce régime de TVA demande votre numéro de TVA : indiquez-le dans les réglages.',
    customer_siren_missing: 'Indiquez le SIREN du client : la loi le demande entre professionnels.',
    customer_address_missing: 'Complétez l’adresse du client.',
    customer_vat_number_missing: 'Ce régime de TVA demande le numéro de TVA du client.',
    line_name_missing: 'Donnez une désignation à chaque ligne.',
    delivery_country_not_of_treatment: 'Le pays de livraison ne correspond pas à ce régime de TVA.',
    vat_out_of_scope_mixed: 'Une ligne hors champ de la TVA ne peut pas côtoyer des lignes taxées : faites deux factures.',
    vat_treatment_of_credit_notes: 'Ce régime de TVA est réservé aux avoirs.',
    total_negative: 'Le total est négatif : c’est un avoir qu’il faut faire.',
    due_day_missing: 'La facture n’a pas d’échéance.',
    due_before_issue: 'L’échéance précède la date d’émission.',
    credited_invoice_missing: 'L’avoir doit citer la facture qu’il corrige.',
    credit_before_invoice: 'L’avoir ne peut pas précéder la facture.',
    credit_of_nothing: 'Il ne reste rien à créditer sur cette facture.',
    credit_line_twice: 'Une ligne de la facture est citée deux fois.',
    credit_line_unknown: 'Cette ligne n’est pas de la facture.',
    credit_exceeds_quantity: (facts) => `Il ne reste que ${facts['left']} à créditer sur cette ligne.`,
    credit_exceeds_line: (facts) => `Il ne reste que ${formatMoney(String(facts['left']), 'fr')} à créditer sur cette ligne.`,
    credit_exceeds_invoice: 'L’avoir dépasse ce qui reste de la facture.',
  },
  en: {
    invoice_not_draft: (facts) => `Invoice ${facts['number'] ?? ''} is issued and no longer changes. Correct it with a credit note.`,
    invoice_changed_elsewhere: 'This draft was changed elsewhere. Reload the page to see its latest version.',
    invoice_not_issued: 'This document is still a draft.',
    invoice_is_credit_note: 'A credit note is not corrected by a credit note.',
    invoice_line_too_large: ({ line, most }) =>
      `Line ${line}: the amount is beyond ${formatMoney(String(most), 'en')}. Check the quantity and the price.`,
    invoice_too_large: ({ most }) => `The total is beyond ${formatMoney(String(most), 'en')}. Check the quantities and the prices.`,
    invoice_without_customer: 'Choose the customer of the invoice.',
    invoice_without_lines: 'Add at least one line.',
    invoice_would_fail: (facts) => String(facts['sentence']),
    issue_date_in_future: 'The issue date is in the future.',
    issue_date_before_last: (facts) =>
      `The last document of the series is dated ${formatDay(String(facts['last']), 'en')}: numbers follow dates, choose that day or a later one.`,
    customer_without_email: (facts) => `${facts['customer'] ?? 'The customer'} has no e-mail address: add one, or issue without sending.`,
    document_being_drawn: 'This document is being laid out: try again in a moment.',
    vat_code_unknown: (facts) => `Line ${facts['line']}: there is no VAT treatment “${facts['code']}”.`,
    item_unknown: (facts) => `Line ${facts['line']}: this item is not in your catalogue.`,
    numbering_final: (facts) => `The series ${facts['pattern']} has been used: its shape is final.`,
    numbering_collides: (facts) => `This series could give the same number as the series ${facts['other']}.`,
    number_without_counter: 'The format needs a counter, for example {00000}.',
    number_part_twice: 'The format can hold one counter and one year only.',
    number_restart_without_year: 'A series that starts again each year must bear the year.',
    number_too_long: 'A number has at most 20 characters.',
    number_bad_character: (facts) => `“${facts['character']}” is not permitted: letters, digits and + - _ / only.`,
    company_siren_missing: 'Enter your company’s SIREN in the settings.',
    company_address_missing: 'Complete your company’s address in the settings.',
    company_vat_number_missing: 'This VAT treatment needs your VAT number: enter it in the settings.',
    customer_siren_missing: 'Enter the customer’s SIREN: the law requires it between businesses.',
    customer_address_missing: 'Complete the customer’s address.',
    customer_vat_number_missing: 'This VAT treatment needs the customer’s VAT number.',
    line_name_missing: 'Name every line.',
    delivery_country_not_of_treatment: 'The delivery country does not fit this VAT treatment.',
    vat_out_of_scope_mixed: 'A line outside the scope of VAT cannot stand beside taxed lines: make two invoices.',
    vat_treatment_of_credit_notes: 'This VAT treatment is for credit notes only.',
    total_negative: 'The total is negative: make a credit note instead.',
    due_day_missing: 'The invoice has no due date.',
    due_before_issue: 'The due date comes before the issue date.',
    credited_invoice_missing: 'A credit note must refer to the invoice it corrects.',
    credit_before_invoice: 'The credit note cannot come before the invoice.',
    credit_of_nothing: 'Nothing is left to credit on this invoice.',
    credit_line_twice: 'A line of the invoice is named twice.',
    credit_line_unknown: 'This line is not of the invoice.',
    credit_exceeds_quantity: (facts) => `Only ${facts['left']} is left to credit on this line.`,
    credit_exceeds_line: (facts) => `Only ${formatMoney(String(facts['left']), 'en')} is left to credit on this line.`,
    credit_exceeds_invoice: 'The credit note exceeds what is left of the invoice.',
  },
}

export const fields: FieldNames = {
  fr: {
    itemId: 'Article',
    creditedLineId: 'Ligne créditée',
    send: 'Envoi',
    'lines.name': 'Désignation',
    'lines.description': 'Description',
    quantity: 'Quantité',
    unitPrice: 'Prix unitaire',
    discount: 'Remise',
    vatCode: 'TVA',
    unit: 'Unité',
    customerId: 'Client',
    issuedOn: 'Date d’émission',
    deliveredOn: 'Date de livraison',
    orderReference: 'Bon de commande',
    buyerReference: 'Référence acheteur',
    note: 'Message',
    pattern: 'Format des numéros',
    firstSequence: 'Premier numéro',
    lines: 'Lignes',
  },
  en: {
    itemId: 'Item',
    creditedLineId: 'Credited line',
    send: 'Sending',
    'lines.name': 'Name',
    'lines.description': 'Description',
    quantity: 'Quantity',
    unitPrice: 'Unit price',
    discount: 'Discount',
    vatCode: 'VAT',
    unit: 'Unit',
    customerId: 'Customer',
    issuedOn: 'Issue date',
    deliveredOn: 'Delivery date',
    orderReference: 'Order number',
    buyerReference: 'Buyer reference',
    note: 'Message',
    pattern: 'Number format',
    firstSequence: 'First number',
    lines: 'Lines',
  },
}

const fr = {
  draftNumber: 'BROUILLON',
  draftFile: 'brouillon',
  line: (place: number) => `Ligne ${place}`,
  printsAsBox: (place: string, characters: readonly string[]) =>
    `${place} : ${characters.map((character) => `« ${character} »`).join(', ')} ne ${plural('fr', characters.length, 'peut', 'peuvent')} pas s’imprimer, un carré vide paraîtra à la place sur le PDF.`,
  secondLook: (warning: DraftWarning): string => {
    if (warning.code === 'nothing_to_pay')
      return 'Le total est de 0,00 € : la facture prendra un numéro sans rien à encaisser. Vérifiez les quantités, les prix et les remises.'
    if (warning.code === 'due_beyond_law')
      return `L’échéance du ${formatDay(warning.dueOn, 'fr')} dépasse le délai légal : ${warning.cap.fr} (${warning.article}).`
    return `La livraison est datée du ${formatDay(warning.deliveredOn, 'fr')}, bien après l’émission : vérifiez le mois et l’année.`
  },
}

const en: typeof fr = {
  draftNumber: 'DRAFT',
  draftFile: 'draft',
  line: (place) => `Line ${place}`,
  printsAsBox: (place, characters) =>
    `${place}: ${characters.map((character) => `“${character}”`).join(', ')} cannot be printed, the PDF will show an empty box instead.`,
  secondLook: (warning) => {
    if (warning.code === 'nothing_to_pay')
      return 'The total is €0.00: the invoice will take a number with nothing to collect. Check quantities, prices and discounts.'
    if (warning.code === 'due_beyond_law')
      return `The due day ${formatDay(warning.dueOn, 'en')} is beyond the legal limit: ${warning.cap.en} (${warning.article}).`
    return `The delivery is dated ${formatDay(warning.deliveredOn, 'en')}, well after the issue: check the month and the year.`
  },
}

export const texts: Texts<typeof fr> = { fr, en }
