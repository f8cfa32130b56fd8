/** One invoice on one page: the customer found, a line from the catalogue by keyboard, a free one, the draft that keeps itself. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Api } from '../harness/api.ts'
import type { Journey } from '../harness/stage.ts'
import { reads, sees, until } from '../harness/wait.ts'
import { euros } from '../harness/words.ts'
import { beginsWith } from './screens.ts'

type Row = { readonly id: string; readonly name: string }
type Stored = {
  readonly totals: { readonly net: string; readonly vat: string; readonly total: string }
  readonly lines: readonly unknown[]
}

export const invoice: Journey = {
  name: 'Facturer : client cherché, article au clavier, totaux à vue, brouillon gardé, puis validé et envoyé',
  run: async (stage) => {
    const customer = await someCustomer(stage.api)
    const page = await stage.open('/factures')
    await page.getByRole('link', { name: 'Nouvelle facture' }).click()
    await chooseCustomer(page, customer.name)
    await writeLines(page, await someItem(stage.api))
    const id = await keptByItself(page)
    const stored = await stage.api.get<Stored>(`/invoices/${id}`)
    assert.equal(stored.lines.length, 2)
    await totalsAre(page, stored)

    await page.reload()
    await reads(page.getByRole('main'), customer.name)
    assert.equal(await page.getByLabel('Désignation, ligne 2').inputValue(), 'Dépose de l’ancien escalier')
    await totalsAre(page, stored)

    await page.getByRole('button', { name: 'Valider et envoyer' }).click()
    const question = page.getByRole('dialog', { name: 'Valider cette facture ?' })
    await reads(question, 'Le numéro est définitif')
    await reads(question, 'Aucun serveur d’envoi n’est réglé')
    await question.getByRole('button', { name: 'Valider et garder le message' }).click()
    await sees(page.getByRole('heading', { name: /^Facture \S*\d+$/ }))
    await totalsAre(page, stored)
    await reads(page.getByRole('complementary', { name: 'À propos de ce document' }), 'gardé dans Courrier, non envoyé')
  },
}

async function someCustomer(api: Api): Promise<Row> {
  const { rows } = await api.get<{ rows: readonly (Row & { kind: string })[] }>('/customers?limit=50')
  const found = rows.find(({ kind }) => kind === 'company')
  assert.ok(found, 'the sample company has a business among its customers')
  return found
}

async function someItem(api: Api): Promise<Row> {
  const { rows } = await api.get<{ rows: readonly Row[] }>('/items?limit=100')
  // No other name holds the longest one: Enter alone takes it.
  const [found] = rows.toSorted((a, b) => b.name.length - a.name.length)
  assert.ok(found, 'the sample company has a catalogue')
  return found
}

/** Two letters and Enter, as someone who knows the house. */
async function chooseCustomer(page: Page, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Client' })
  await field.fill(name)
  await sees(page.getByRole('option', { name: beginsWith(name) }))
  await field.press('Enter')
  await reads(page.getByRole('main'), name)
}

/** The hands stay on the keyboard: Enter for the only article meant, Tab from field to field, Enter for the next line. */
async function writeLines(page: Page, item: Row): Promise<void> {
  const name = page.getByLabel('Désignation, ligne 1')
  await until('the cursor waits in the first line', () => name.evaluate((field) => field === document.activeElement))
  await page.keyboard.type(item.name)
  await sees(page.locator('[data-combobox-selected]').filter({ hasText: item.name }))
  await page.keyboard.press('Enter')
  await until('the article fills its line', async () => (await page.getByLabel('Prix HT, ligne 1').inputValue()) !== '')
  await until('the cursor goes to the quantity', () =>
    page.getByLabel('Quantité, ligne 1').evaluate((field) => field === document.activeElement),
  )
  await page.keyboard.press('Control+A')
  await page.keyboard.type('2,5')
  await page.keyboard.press('Enter')
  await until('the cursor goes to the next line', () =>
    page.getByLabel('Désignation, ligne 2').evaluate((field) => field === document.activeElement),
  )
  await page.keyboard.type('Dépose de l’ancien escalier')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('180,50')
}

/** Nobody presses a button: the page says that it is saved, and its address is now the draft's. */
async function keptByItself(page: Page): Promise<string> {
  await sees(page.getByText('Enregistré', { exact: true }))
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  assert.notEqual(id, 'nouvelle')
  return id
}

async function totalsAre(page: Page, { totals }: Stored): Promise<void> {
  const shown = page.getByLabel('Totaux')
  await reads(shown, euros(totals.net))
  await reads(shown, euros(totals.total))
}
