/** What the customer does with the message: opens the invoice without password nor JavaScript, and finds how to pay. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Journey } from '../harness/stage.ts'
import { reads, sees } from '../harness/wait.ts'
import { euros } from '../harness/words.ts'
import { aCustomer, anIssuedInvoice, type Issued } from './sales.ts'
import { linkInMessage, openMessage } from './screens.ts'

export const hosted: Journey = {
  name: 'Page du client : ouverte depuis le message, sans JavaScript, de quoi payer ; la facture dit qu’elle est vue',
  run: async (stage) => {
    const customer = await aCustomer(stage.api, 'Scierie du Blavet')
    const invoice = await anIssuedInvoice(stage.api, customer, { send: true })
    const page = await stage.open('/courrier')
    const link = await linkInMessage(await openMessage(page, invoice.number), 'Voir la facture et la régler')

    const customersBrowser = await stage.newBrowser(stage.demo, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
    const theirs = await customersBrowser.newPage()
    await theirs.goto(link)
    await tellsHowToPay(theirs, invoice)
    const [pdf, xml] = await Promise.all([fetched(theirs, 'Télécharger le PDF'), fetched(theirs, 'Données (XML)')])
    assert.equal(pdf.subarray(0, 5).toString('latin1'), '%PDF-')
    assert.ok(xml.toString('utf8').includes('CrossIndustryInvoice'))

    await theirs.getByRole('link', { name: 'English' }).click()
    await sees(theirs.getByText('Amount due'))
    await theirs.goto(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)
    assert.equal(await theirs.getByText(invoice.number).count(), 0, 'a link changed by one letter opens nothing')

    await page.goto(`/${stage.company}/factures/${invoice.id}`)
    await reads(page.getByRole('complementary', { name: 'À propos de ce document' }), `Facture ${invoice.number} consultée par le client`)
  },
}

async function tellsHowToPay(page: Page, invoice: Issued): Promise<void> {
  const text = page.getByRole('main')
  await reads(text, `Facture ${invoice.number}`)
  await reads(text, 'À payer')
  await reads(text, euros(invoice.total))
  await reads(text, /IBAN FR\d\d/)
  await sees(page.getByRole('img', { name: 'Code QR de virement SEPA' }))
}

/** Where the link leads, as the browser would save it. */
async function fetched(page: Page, label: string): Promise<Buffer> {
  const href = (await page.getByRole('link', { name: label }).getAttribute('href')) ?? ''
  const response = await page.request.get(new URL(href, page.url()).href)
  assert.ok(response.ok(), `${label}: ${response.status()}`)
  return response.body()
}
