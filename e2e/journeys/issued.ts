/** What an issued invoice is: a number, a locked paper, a PDF with its XML inside, a mail with the PDF joined. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Journey } from '../harness/stage.ts'
import { reads, sees } from '../harness/wait.ts'
import { euros } from '../harness/words.ts'
import { downloaded, openMessage } from './screens.ts'
import { aCustomer, anIssuedInvoice } from './sales.ts'

export const issued: Journey = {
  name: 'Facture émise : papier verrouillé, PDF Factur-X, XML, message avec la pièce jointe',
  run: async (stage) => {
    const customer = await aCustomer(stage.api, 'Menuiseries Le Bihan')
    const invoice = await anIssuedInvoice(stage.api, customer, { send: true })
    const page = await stage.open(`/factures/${invoice.id}`)
    await sees(page.getByRole('heading', { name: `Facture ${invoice.number}` }))
    await isLocked(page)

    const pdf = await downloaded(page, () => page.getByRole('button', { name: 'Télécharger le PDF' }).click())
    assert.equal(pdf.subarray(0, 5).toString('latin1'), '%PDF-')
    assert.ok(pdf.includes('factur-x.xml'), 'the PDF names its attachment')
    await page.getByRole('button', { name: 'Autres actions' }).click()
    const xml = await downloaded(page, () => page.getByRole('menuitem', { name: 'Télécharger le XML' }).click())
    assert.equal(await rootOf(page, xml.toString('utf8')), 'CrossIndustryInvoice')
    assert.ok(xml.includes(invoice.number))

    await page.getByRole('link', { name: 'Courrier' }).click()
    const panel = await openMessage(page, invoice.number)
    await reads(panel, 'compta@client.example')
    const joined = await downloaded(page, () => panel.getByRole('button', { name: /\.pdf$/ }).click())
    assert.ok(joined.equals(pdf), 'the mail carries the archived document, byte for byte')
    await sees(panel.frameLocator('iframe').getByText(euros(invoice.total)))
  },
}

/** Nothing on the paper takes the cursor any more; what remains is a credit note. */
async function isLocked(page: Page): Promise<void> {
  await sees(page.getByRole('button', { name: 'Corriger par un avoir' }))
  assert.equal(await page.getByRole('article').getByRole('textbox').count(), 0)
  assert.equal(await page.getByRole('button', { name: 'Valider et envoyer' }).count(), 0)
}

/** The root element, by the browser's own parser; a fault in the form of the XML is told. */
async function rootOf(page: Page, xml: string): Promise<string> {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml')
    const fault = parsed.querySelector('parsererror')
    return fault?.textContent ?? parsed.documentElement.localName
  }, xml)
}
