/** From a machine where nothing was entered yet to the first invoice in the customer's mailbox. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { countingHand } from '../harness/hand.ts'
import type { Journey } from '../harness/stage.ts'
import { reads, sees, until } from '../harness/wait.ts'

const MOST_SCREENS = 5
const MOST_CLICKS = 6
const MOST_FIELDS = 9

export const guidedStart: Journey = {
  name: 'Premier démarrage : un compte, cinq écrans au plus, et la première facture part',
  run: async (stage) => {
    const home = await stage.emptyInstallation()
    const browser = await stage.newBrowser(home)
    const page = await browser.newPage()
    await page.goto('/')
    await signUp(page)
    const screens = await walkThroughStart(page)
    assert.ok(screens <= MOST_SCREENS, `${screens} screens in the guided start`)
    await issueFirstInvoice(page)
  },
}

async function signUp(page: Page): Promise<void> {
  await sees(page.getByRole('heading', { name: 'Bienvenue' }))
  await page.getByLabel('Nom', { exact: true }).fill('Maud Le Goff')
  await page.getByLabel('Adresse e-mail').fill('maud@menuiserie-legoff.example')
  await page.getByLabel('Mot de passe').first().fill('trois copeaux de chêne clair')
  await page.getByRole('button', { name: 'Créer le compte' }).click()
}

/** Answers how many screens were asked. */
async function walkThroughStart(page: Page): Promise<number> {
  const next = () => page.getByRole('button', { name: 'Continuer' }).click()
  await sees(page.getByRole('heading', { name: 'Votre entreprise' }))
  await page.getByLabel('Nom ou raison sociale').fill('Menuiserie Le Goff')
  await page.getByLabel('SIREN').fill('552 100 554')
  await until(
    'the SIREN fills the VAT number',
    async () => (await page.getByLabel('Numéro de TVA').inputValue()).replaceAll(' ', '') === 'FR96552100554',
  )
  await page.getByLabel('Numéro et rue').fill('3 rue du Four')
  await page.getByLabel('Code postal').fill('35000')
  await page.getByLabel('Ville').fill('Rennes')
  await next()

  await sees(page.getByRole('heading', { name: 'L’apparence de vos factures' }))
  await page.getByLabel('Couleur').fill('#1f4e79')
  await page.keyboard.press('Tab')
  await next()

  await sees(page.getByRole('heading', { name: 'Être payé' }))
  await page.getByLabel('IBAN').fill('FR76 3000 6000 0112 3456 7890 189')
  await next()

  await sees(page.getByRole('heading', { name: 'Vos numéros de facture' }))
  await sees(page.getByText('Dès le premier document émis, la forme de la série est définitive.'))
  await next()

  await sees(page.getByRole('heading', { name: 'Votre premier client' }))
  await reads(page.getByRole('main'), 'Étape 5 sur 5')
  await page.getByRole('button', { name: 'Facturer sans le créer' }).click()
  await sees(page.getByRole('heading', { name: 'Nouvelle facture' }))
  return MOST_SCREENS
}

/** Nothing is prepared: the customer, the line, everything is typed on one page. */
async function issueFirstInvoice(page: Page): Promise<void> {
  const hand = countingHand()
  const address = new URL(page.url()).pathname
  const customer = page.getByRole('combobox', { name: 'Client' })
  await hand.fill(customer, 'Ébénisterie Kermarrec')
  await hand.click(page.getByRole('option', { name: 'Créer « Ébénisterie Kermarrec »' }))
  const form = page.getByRole('form', { name: 'Nouveau client' })
  await hand.fill(form.getByLabel('SIREN'), '404833048')
  await hand.fill(form.getByLabel('Adresse'), '12 rue des Carmes, 35000 Rennes')
  await hand.fill(form.getByLabel('E-mail'), 'compta@kermarrec.example')
  await hand.click(form.getByRole('button', { name: 'Ajouter ce client' }))

  await hand.fill(page.getByLabel('Désignation, ligne 1'), 'Table en frêne, sur mesure')
  await hand.fill(page.getByLabel('Prix HT, ligne 1'), '1250')
  await reads(page.getByLabel('Totaux'), '1 500,00 €')
  await hand.click(page.getByRole('button', { name: 'Valider et envoyer' }))
  const question = page.getByRole('dialog', { name: 'Valider cette facture ?' })
  await reads(question, 'compta@kermarrec.example')
  await hand.click(question.getByRole('button', { name: 'Valider et garder le message' }))

  await sees(page.getByRole('heading', { name: /^Facture F\d{4}-00001$/ }))
  assert.ok(hand.clicks <= MOST_CLICKS, `${hand.clicks} clicks for the first invoice`)
  assert.ok(hand.fields <= MOST_FIELDS, `${hand.fields} fields for the first invoice`)
  const stayed = new URL(page.url()).pathname.split('/').slice(0, -1).join('/')
  assert.equal(stayed, address.split('/').slice(0, -1).join('/'), 'all of it on one page')

  await page.getByRole('link', { name: 'Courrier' }).click()
  await sees(page.getByRole('link', { name: /F\d{4}-00001/ }).or(page.getByText(/facture F\d{4}-00001/)))
}
