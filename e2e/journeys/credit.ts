/** What was wrong is corrected by a credit note, in whole or in part; what was issued stays as it was, byte for byte. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { Stage, Journey } from '../harness/stage.ts'
import { reads, sees } from '../harness/wait.ts'
import { euros } from '../harness/words.ts'
import { aCustomer, anIssuedInvoice, type Issued } from './sales.ts'

const LINES = [
  { name: 'Fenêtre en chêne', unitPrice: '600', quantity: '3' },
  { name: 'Volet battant', unitPrice: '250', quantity: '2' },
]

export const credit: Journey = {
  name: 'Avoir : une partie, puis tout le reste ; le reste dû suit, la facture émise ne change pas d’un octet',
  run: async (stage) => {
    const invoice = await anIssuedInvoice(stage.api, await aCustomer(stage.api, 'Gîte de Kerhuon'), { lines: LINES })
    const sealed = await sealOf(stage, invoice.id)
    const page = await stage.open(`/factures/${invoice.id}`)

    await correct(page, invoice, 'Un volet livré de travers')
    await page.getByRole('radio', { name: 'Certaines lignes ou quantités' }).click()
    await page.getByRole('checkbox', { name: 'Volet battant' }).click()
    await page.getByLabel('Quantité à reprendre : Volet battant').fill('1')
    await issueCredit(page, '300,00 €')
    await openAgain(page, stage.company, invoice)
    await reads(page.getByRole('main'), `Reste à payer ${euros('2460.00')}`)
    assert.equal(await sealOf(stage, invoice.id), sealed)

    await correct(page, invoice, 'Commande annulée')
    await issueCredit(page, euros('2460.00'))
    await openAgain(page, stage.company, invoice)
    await reads(page.getByRole('main'), 'Annulée par avoir')
    await reads(page.getByRole('main'), `Reste à payer ${euros('0.00')}`)
    assert.equal(await page.getByRole('button', { name: 'Corriger par un avoir' }).count(), 0, 'nothing is left to credit')
    assert.equal(await sealOf(stage, invoice.id), sealed)
  },
}

async function sealOf({ api }: Stage, id: string): Promise<string> {
  const response = await api.try('GET', `/invoices/${id}/pdf`)
  return createHash('sha256')
    .update(await response.body())
    .digest('hex')
}

async function correct(page: Page, invoice: Issued, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Corriger par un avoir' }).click()
  const dialog = page.getByRole('dialog', { name: `Corriger la facture ${invoice.number} par un avoir` })
  await dialog.getByLabel('Motif de l’avoir').fill(reason)
}

/** The draft opens, is read again, and is issued without being sent. */
async function issueCredit(page: Page, total: string): Promise<void> {
  await page.getByRole('button', { name: 'Préparer l’avoir' }).click()
  await sees(page.getByRole('heading', { name: 'Avoir en préparation' }))
  await reads(page.getByLabel('Totaux'), total)
  await page.getByRole('button', { name: 'Autres actions', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Valider sans envoyer' }).click()
  await page.getByRole('dialog', { name: 'Valider cet avoir ?' }).getByRole('button', { name: 'Valider' }).click()
  await sees(page.getByRole('heading', { name: /^Avoir A/ }))
}

/** By the link on the credit note. */
async function openAgain(page: Page, company: string, { id, number }: Issued): Promise<void> {
  await page.getByRole('link', { name: number }).first().click()
  await page.waitForURL(`**/${company}/factures/${id}`)
  await sees(page.getByRole('heading', { name: `Facture ${number}` }))
}
