/** Lines that nobody can explain yet: put off, asked to a colleague; and those that are certain, applied together and taken back. */
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { camt053, type SampleLine } from '#banking'
import { dayInParis } from '#core/day'
import type { Api } from '../harness/api.ts'
import type { Journey, Stage } from '../harness/stage.ts'
import { reads, sees, seesNot, until } from '../harness/wait.ts'
import { euros } from '../harness/words.ts'
import { aCustomer, anIssuedInvoice, type Issued } from './sales.ts'

const COLLEAGUE = 'Erwan Le Dantec'

export const bankWaiting: Journey = {
  name: 'Banque : ligne en attente, question à un collègue, lignes certaines appliquées puis annulées, invitation',
  run: async (stage) => {
    const page = await stage.open('/banque')
    await sees(page.getByRole('list', { name: 'Lignes de banque' }))
    await howFar(page, 'Rien')
    await putOff(stage, page)
    await askedAndAnswered(stage, page)
    await appliedAndInvited(stage, page)
    await appliedAndUndone(stage, page)
    await howFar(page, 'Ce qui cite sa facture')
  },
}

async function comesIn(stage: Stage, page: Page, lines: readonly Omit<SampleLine, 'bookedOn'>[]): Promise<void> {
  const { iban } = await stage.api.get<{ iban: string }>('/company')
  const bookedOn = dayInParis(new Date())
  const content = camt053({
    account: { iban, currency: 'EUR' },
    opening: '1000.00',
    lines: lines.map((line) => ({ ...line, bookedOn })),
  })
  const [dialog] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Importer un relevé' }).click()])
  await dialog.setFiles({ name: `releve-${lines[0]?.text ?? ''}.xml`, mimeType: 'application/xml', buffer: Buffer.from(content) })
  await reads(page.getByRole('main'), `${lines.length} ligne${lines.length > 1 ? 's nouvelles' : ' nouvelle'}`)
}

const tab = (page: Page, label: string): Locator => page.getByRole('navigation', { name: 'Vues' }).getByRole('button', { name: label })
const lineOf = (page: Page, words: string): Locator =>
  page.getByRole('list', { name: 'Lignes de banque' }).getByRole('button', { name: words })

async function howFar(page: Page, choice: string): Promise<void> {
  await page.getByRole('button', { name: 'Options' }).click()
  await page.getByRole('radio', { name: choice }).click()
  await until(`${choice} is chosen`, () => page.getByRole('radio', { name: choice }).isChecked())
  await page.getByRole('button', { name: 'Options' }).click()
  await seesNot(page.getByRole('radio', { name: choice }))
}

async function putOff(stage: Stage, page: Page): Promise<void> {
  await comesIn(stage, page, [{ amount: '58.20', text: 'VERSEMENT SANS NOM' }])
  await lineOf(page, 'VERSEMENT SANS NOM').click()
  await page.keyboard.press('h')
  await page.getByLabel('Note (facultatif)').fill('attendre l’avis')
  await page.getByRole('button', { name: 'Demain' }).click()
  await sees(page.getByText('Ligne en attente jusqu’au'))
  await seesNot(lineOf(page, 'VERSEMENT SANS NOM'))

  await tab(page, 'En attente').click()
  await lineOf(page, 'VERSEMENT SANS NOM').click()
  await reads(page.getByRole('region', { name: 'En attente' }), 'attendre l’avis')
  await page.keyboard.press('h')
  await sees(page.getByText('Ligne remise à traiter.'))
  await tab(page, 'À traiter').click()
  await sees(lineOf(page, 'VERSEMENT SANS NOM'))
}

async function askedAndAnswered(stage: Stage, page: Page): Promise<void> {
  const { link } = await stage.api.post<{ link: string }>('/people/invitations', { email: 'erwan@atelier.example', role: 'reader' })
  const theirs = await (await stage.newBrowser(stage.demo)).newPage()
  await theirs.goto(link)
  await theirs.getByLabel('Nom', { exact: true }).fill(COLLEAGUE)
  await theirs.getByLabel('Mot de passe').first().fill('une ligne de banque en moins')
  await theirs.getByRole('button', { name: 'Rejoindre l’entreprise' }).click()
  await sees(theirs.getByRole('link', { name: 'Factures' }))

  await page.reload()
  await lineOf(page, 'VERSEMENT SANS NOM').click()
  await page.keyboard.press('q')
  await page.getByRole('combobox', { name: 'À qui' }).click()
  await page.getByRole('option', { name: COLLEAGUE }).click()
  await page.getByRole('textbox', { name: 'Question' }).fill('Qui a versé cela ?')
  await page.keyboard.press('Control+Enter')
  await sees(page.getByText(`Question posée à ${COLLEAGUE}.`))
  await seesNot(lineOf(page, 'VERSEMENT SANS NOM'))

  const [mail] = (await stage.api.get<{ rows: readonly { id: string; subject: string; to: readonly string[] }[] }>('/mail')).rows
  assert.deepEqual(mail?.to, ['erwan@atelier.example'])
  const { text } = await stage.api.get<{ text: string }>(`/mail/${mail?.id}`)
  const address = /http\S+\/banque\?panel=\S+/.exec(text)?.[0] ?? ''
  await theirs.goto(address)
  await sees(theirs.getByText('Qui a versé cela ?'))
  assert.equal(await theirs.getByRole('button', { name: 'Rapprocher', exact: true }).count(), 0, 'who reads does not match')
  await tab(theirs, 'Questions pour vous').click()
  await lineOf(theirs, 'VERSEMENT SANS NOM').click()
  await theirs.getByLabel('Votre réponse').fill('La cousine de Maud, pour la table.')
  await theirs.getByRole('button', { name: 'Répondre' }).click()
  await sees(theirs.getByText('Réponse enregistrée'))

  await page.reload()
  await lineOf(page, 'VERSEMENT SANS NOM').click()
  const thread = page.getByRole('region', { name: 'Questions sur cette ligne' })
  await reads(thread, 'Qui a versé cela ?')
  await reads(thread, 'La cousine de Maud, pour la table.')
}

async function paidExactly(api: Api, unitPrices: readonly string[]): Promise<Issued[]> {
  const invoices: Issued[] = []
  for (const unitPrice of unitPrices)
    invoices.push(
      await anIssuedInvoice(api, await aCustomer(api, 'Scierie du Faou'), { lines: [{ name: 'Chêne', unitPrice, quantity: '1' }] }),
    )
  return invoices
}

const transferOf = ({ number, total }: Issued) => ({ amount: total, text: `VIR FACTURE ${number}` })
const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Rapprochements certains' })

/** All that is certain is looked at and applied; once it went well, the person is asked whether it may go alone. */
async function appliedAndInvited(stage: Stage, page: Page): Promise<void> {
  const [first, second] = await paidExactly(stage.api, ['411.10', '622.20'])
  assert.ok(first && second)
  await comesIn(stage, page, [transferOf(first), transferOf(second)])
  await page.getByRole('button', { name: 'Les voir' }).click()
  await reads(dialogOf(page), `numéro ${second.number} trouvé une seule fois`)
  await page.getByRole('checkbox', { name: second.number }).uncheck()
  await dialogOf(page)
    .getByRole('button', { name: /^Appliquer/ })
    .click()
  await seesNot(dialogOf(page))
  await seesNot(lineOf(page, first.number))
  await sees(lineOf(page, second.number))

  await page.getByRole('button', { name: 'Les voir' }).click()
  await dialogOf(page)
    .getByRole('button', { name: /^Appliquer/ })
    .click()
  await seesNot(lineOf(page, second.number))
  await closeStrip(page)
  const invitation = page.getByText('Les appliquer d’office ?')
  await sees(invitation)
  await page.getByRole('button', { name: 'Plus tard' }).click()
  await seesNot(invitation)
}

const closeStrip = async (page: Page): Promise<void> => {
  const strip = page.locator('section').filter({ has: page.getByRole('button', { name: 'Tout annuler' }) })
  await strip.getByRole('button', { name: 'Fermer' }).click()
  await seesNot(strip)
}

async function appliedAndUndone(stage: Stage, page: Page): Promise<void> {
  const invoices = await paidExactly(stage.api, ['81.10', '92.20'])
  await comesIn(stage, page, invoices.map(transferOf))
  await page.getByRole('button', { name: 'Les voir' }).click()
  await dialogOf(page).getByRole('button', { name: 'Appliquer les 2' }).click()
  for (const { number } of invoices) await seesNot(lineOf(page, number))
  await page.getByRole('button', { name: 'Tout annuler' }).click()
  await reads(page.getByRole('main'), '2 rapprochements annulés')
  for (const { number, total } of invoices) {
    await lineOf(page, number).click()
    await reads(page.getByRole('main'), euros(total))
    await sees(page.getByText('Traitée puis annulée'))
  }
  await seesNot(page.getByRole('button', { name: 'Les voir' }))
}
