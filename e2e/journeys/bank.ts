/** Money comes in: a statement dropped on the page, what settles by itself, what a hand decides, and how each is taken back. */
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { camt053 } from '#banking'
import { addDays, type Day, dayInParis } from '#core/day'
import { moneyText, parseMoney, sum } from '#core/money'
import type { Api } from '../harness/api.ts'
import type { Journey } from '../harness/stage.ts'
import { reads, sees, seesNot } from '../harness/wait.ts'
import { euros } from '../harness/words.ts'
import { aCustomer, anIssuedInvoice, type Issued } from './sales.ts'

const PARTIAL = '400.00'

type Story = { readonly exact: Issued; readonly unnamed: Issued; readonly partial: Issued; readonly pair: readonly [Issued, Issued] }

export const bank: Journey = {
  name: 'Banque : relevé camt.053 déposé, rapproché d’office, à la main, en partie, à deux factures, annulé',
  run: async (stage) => {
    const story = await prepare(stage.api)
    const { iban } = await stage.api.get<{ iban: string }>('/company')
    const { accounts } = await stage.api.get<{ accounts: readonly { balance: string | null }[] }>('/bank/accounts')
    const waitingBefore = await waiting(stage.api)
    const file = statementOf(story, iban, accounts[0]?.balance ?? '12000.00')
    const page = await stage.open('/banque')
    await dropStatement(page, 'releve.xml', file)
    await reads(page.getByRole('main'), '2 virements rapprochés d’office')
    await reads(page.getByRole('main'), '2 lignes à traiter')
    assert.equal(await waiting(stage.api), waitingBefore + 2)

    await settledByItself(page, story.exact)
    await paidTogether(page, story.pair)
    await chosenByHand(page, story.unnamed)
    await paidInPart(page, story.partial)
    await undoneAndDoneAgain(page, story.exact)
    assert.equal(await waiting(stage.api), waitingBefore)

    await dropStatement(page, 'releve.xml', file)
    await sees(page.getByText('Ce relevé a déjà été importé').and(page.getByText('rien n’a été ajouté')))
  },
}

async function prepare(api: Api): Promise<Story> {
  const invoice = async (name: string, unitPrice: string) =>
    anIssuedInvoice(api, await aCustomer(api, name), { lines: [{ name: 'Lames de parquet', unitPrice, quantity: '1' }] })
  const together = await aCustomer(api, 'Société Hesry')
  const part = (unitPrice: string) => anIssuedInvoice(api, together, { lines: [{ name: 'Plinthes', unitPrice, quantity: '1' }] })
  return {
    exact: await invoice('Cabinet Tanguy', '911.30'),
    unnamed: await invoice('Hôtel du Moulin', '733.70'),
    partial: await invoice('Boulangerie Ropars', '1204.60'),
    pair: [await part('317.90'), await part('622.40')],
  }
}

/** How many lines wait for a person. */
async function waiting(api: Api): Promise<number> {
  const { states } = await api.get<{ states: readonly { state: string; count: number }[] }>('/reconciliation')
  return states.find(({ state }) => state === 'to_do')?.count ?? 0
}

function statementOf({ exact, pair, partial, unnamed }: Story, iban: string, opening: string): string {
  const bookedOn = dayInParis(new Date())
  const both = moneyText(sum(pair.map(({ total }) => parseMoney(total))))
  return camt053({
    account: { iban, currency: 'EUR' },
    opening,
    lines: [
      { bookedOn, amount: exact.total, text: `VIR FACTURE ${exact.number}`, counterparty: exact.customer },
      { bookedOn, amount: unnamed.total, text: 'SOLDE CHANTIER MERCI', counterparty: 'COMPTE CHEQUE 7712' },
      { bookedOn, amount: PARTIAL, text: `ACOMPTE SUR ${partial.number}`, counterparty: partial.customer },
      { bookedOn, amount: both, text: `REGLEMENT ${pair[0].number} ET ${pair[1].number}`, counterparty: pair[0].customer },
      { bookedOn, amount: '-38.40', text: 'FRAIS DE TENUE DE COMPTE', counterparty: 'BANQUE' },
    ],
  })
}

/** As from the file manager: a file let go over the page. */
export async function dropStatement(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const carried = new DataTransfer()
      carried.items.add(new File([text], fileName))
      return carried
    },
    [name, content] as const,
  )
  await page.getByRole('heading', { name: 'Banque', level: 1 }).dispatchEvent('drop', { dataTransfer: transfer })
}

export const view = (page: Page, label: string) =>
  page.getByRole('navigation', { name: 'Vues' }).getByRole('button', { name: label }).click()
export const lineOf = (page: Page, words: string): Locator =>
  page.getByRole('list', { name: 'Lignes de banque' }).getByRole('button', { name: words })

async function settledByItself(page: Page, invoice: Issued): Promise<void> {
  await view(page, 'Rapprochées')
  await lineOf(page, invoice.number).click()
  await sees(page.getByText(`numéro ${invoice.number} trouvé une seule fois`))
  await sees(page.getByText('montant égal au reste dû'))
  await page.getByRole('list', { name: 'Factures réglées' }).getByRole('link', { name: invoice.number }).click()
  await sees(page.getByRole('heading', { name: `Facture ${invoice.number}` }))
  await reads(page.getByRole('main'), 'Réglée')
  await page.goBack()
}

async function chosenByHand(page: Page, invoice: Issued): Promise<void> {
  await view(page, 'À traiter')
  await lineOf(page, 'COMPTE CHEQUE 7712').click()
  await chooseInvoice(page, invoice.number)
  await reads(page.getByRole('region', { name: 'Propositions' }), 'Tout est affecté')
  await page.getByRole('button', { name: 'Rapprocher', exact: true }).click()
  await sees(page.getByText(`${euros(invoice.total)} de ${invoice.customer} rapprochés.`))
}

async function chooseInvoice(page: Page, number: string): Promise<void> {
  const byHand = page.getByRole('radio', { name: 'Choisir les factures à la main' })
  if ((await byHand.count()) > 0) await byHand.click()
  await page.getByRole('combobox', { name: 'Ajouter une facture' }).fill(number)
  await page.getByRole('option', { name: number }).click()
}

/** Enter accepts what is proposed, and the hand goes to the next line. */
async function paidInPart(page: Page, invoice: Issued): Promise<void> {
  await lineOf(page, invoice.number).click()
  const left = moneyText(sum([parseMoney(invoice.total), parseMoney(`-${PARTIAL}`)]))
  await reads(page.getByRole('region', { name: 'Propositions' }), `Il restera ${euros(left)} à encaisser`)
  await page.keyboard.press('Enter')
  await sees(page.getByText(`${euros(PARTIAL)} de ${invoice.customer} rapprochés.`))
}

/** One transfer that names two invoices and makes their sum. */
async function paidTogether(page: Page, pair: readonly [Issued, Issued]): Promise<void> {
  await view(page, 'Rapprochées')
  await lineOf(page, pair[0].number).click()
  await sees(page.getByText('montant égal à la somme de ces 2 factures'))
  const paid = page.getByRole('list', { name: 'Factures réglées' })
  for (const { number, total } of pair) await reads(paid, `${number} ${euros(total)}`)
}

/** Undone, the line waits for a person, who gives it back to its invoice. */
async function undoneAndDoneAgain(page: Page, invoice: Issued): Promise<void> {
  await view(page, 'Rapprochées')
  await lineOf(page, invoice.number).click()
  await page.getByRole('button', { name: 'Annuler le rapprochement' }).click()
  await sees(page.getByText('Rapprochement annulé : la ligne est de nouveau à traiter.'))
  await view(page, 'À traiter')
  await lineOf(page, invoice.number).click()
  await sees(page.getByText('Traitée puis annulée'))
  await chooseInvoice(page, invoice.number)
  await page.getByRole('button', { name: 'Rapprocher', exact: true }).click()
  await sees(page.getByText(`${euros(invoice.total)} de ${invoice.customer} rapprochés.`))
  await seesNot(lineOf(page, invoice.number))
}

const [today, yesterday]: readonly [Day, Day] = [dayInParis(new Date()), addDays(dayInParis(new Date()), -1)]
const frenchDay = (day: Day): string => day.split('-').reverse().join('/')

export const csv: Journey = {
  name: 'Banque : fichier CSV, colonnes vérifiées une fois et retenues, jamais importé deux fois',
  run: async (stage) => {
    const invoice = await anIssuedInvoice(stage.api, await aCustomer(stage.api, 'Camping des Dunes'))
    const page = await stage.open('/banque')
    const rows = (day: Day, ...lines: readonly (readonly [string, string, string])[]) =>
      ['Date opération;Libellé;Débit;Crédit', ...lines.map((line) => [frenchDay(day), ...line].join(';'))].join('\r\n')
    const first = rows(yesterday, [`VIR ${invoice.number}`, '', invoice.total.replace('.', ',')], ['ASSURANCE', '42,10', ''])
    await choose(page, 'livret.csv', first)
    const dialog = page.getByRole('dialog', { name: 'Lire ce fichier' })
    await chooseNewAccount(page, dialog, 'Livret de l’atelier')
    await reads(dialog, `VIR ${invoice.number}`)
    await reads(dialog, euros(invoice.total))
    await dialog.getByRole('button', { name: 'Importer' }).click()
    await reads(page.getByRole('main'), '2 lignes nouvelles. 1 virement rapproché d’office')

    // The same bank, the next day: nobody is asked again.
    await choose(page, 'livret-2.csv', rows(today, ['VIREMENT DE M. LE CALVEZ', '', '15,00']))
    await reads(page.getByRole('main'), '1 ligne nouvelle')
    await choose(page, 'livret.csv', first)
    await sees(page.getByText('rien n’a été ajouté'))
  },
}

/** By the button, from the file dialog. */
async function choose(page: Page, name: string, content: string): Promise<void> {
  const [dialog] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Importer un relevé' }).click()])
  await dialog.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
}

/** Asked only when the company has an account already. */
async function chooseNewAccount(page: Page, dialog: Locator, name: string): Promise<void> {
  await sees(dialog.getByRole('button', { name: 'Importer' }))
  const account = dialog.getByRole('combobox', { name: 'Compte' })
  if ((await account.count()) === 0) return
  await account.click()
  await page.getByRole('option', { name: 'Nouveau compte' }).click()
  await dialog.getByLabel('Nom du compte').fill(name)
}
