/** A cheque on the desk: a payment typed by hand, on the invoice it pays; and its way back. */
import type { Journey } from '../harness/stage.ts'
import { reads, sees } from '../harness/wait.ts'
import { euros } from '../harness/words.ts'
import { aCustomer, anIssuedInvoice } from './sales.ts'

export const payment: Journey = {
  name: 'Paiement saisi à la main : un chèque affecté à sa facture, puis annulé',
  run: async (stage) => {
    const customer = await aCustomer(stage.api, 'Auberge de la Fontaine')
    const invoice = await anIssuedInvoice(stage.api, customer)
    const page = await stage.open('/paiements')
    await page.getByRole('button', { name: 'Nouveau paiement' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nouveau paiement' })
    await dialog.getByRole('combobox', { name: 'Client' }).fill(customer.name)
    await page.getByRole('option', { name: customer.name }).click()
    await dialog.getByLabel('Montant reçu').fill(invoice.total.replace('.', ','))
    await dialog.getByRole('combobox', { name: 'Moyen de paiement' }).click()
    await page.getByRole('option', { name: 'Chèque' }).click()
    await dialog.getByRole('button', { name: 'Enregistrer le paiement' }).click()

    const panel = page.getByRole('complementary', { name: 'Détail' })
    await reads(panel, 'Saisi à la main')
    await panel.getByRole('link', { name: invoice.number }).click()
    await sees(page.getByRole('heading', { name: `Facture ${invoice.number}` }))
    await reads(page.getByRole('main'), 'Réglée')

    await page.getByRole('link', { name: 'Paiement', exact: true }).click()
    await panel.getByRole('button', { name: 'Annuler ce paiement' }).click()
    await panel.getByLabel('Motif').fill('Chèque sans provision')
    await panel.getByRole('button', { name: 'Annuler ce paiement' }).click()
    await reads(panel, 'Chèque sans provision')
    await page.goto(`/${stage.company}/factures/${invoice.id}`)
    const facts = page.getByRole('complementary', { name: 'À propos de ce document' })
    await reads(facts, `Reste à payer ${euros(invoice.total)}`)
  },
}
