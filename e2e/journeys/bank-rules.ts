/** Money that is no customer's: booked out, made a rule of, tried on the past, applied by itself at the next import, and undone. */
import type { Locator, Page } from 'playwright-core'
import { camt053, type SampleLine } from '#banking'
import { addDays, dayInParis } from '#core/day'
import type { Journey } from '../harness/stage.ts'
import { reads, sees, seesNot } from '../harness/wait.ts'
import { euros } from '../harness/words.ts'

const IBAN = 'FR7630004000031234567890143'
const TODAY = dayInParis(new Date())

export const bankRules: Journey = {
  name: 'Banque et règles : frais comptabilisés, règle créée à partir de la ligne, essayée sur le passé, appliquée à l’import, annulée',
  run: async (stage) => {
    const page = await stage.open('/banque')
    await importLines(page, 'frais-1.xml', '900.00', [
      { bookedOn: addDays(TODAY, -40), amount: '-21.60', text: 'COTISATION CARTE AFFAIRES ZEPHYR', reference: 'Z1' },
      { bookedOn: addDays(TODAY, -10), amount: '-21.60', text: 'COTISATION CARTE AFFAIRES ZEPHYR', reference: 'Z2' },
    ])
    await bookOut(page)
    await makeRule(page)
    await nextImport(await stage.open('/banque'))
    await undoIt(await stage.open('/banque/regles'))
  },
}

const view = (page: Page, label: string) => page.getByRole('navigation', { name: 'Vues' }).getByRole('button', { name: label }).click()
const lines = (page: Page, words: string): Locator =>
  page.getByRole('list', { name: 'Lignes de banque' }).getByRole('button', { name: words })

async function importLines(page: Page, name: string, opening: string, sent: readonly SampleLine[]): Promise<void> {
  const [dialog] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Importer un relevé' }).click()])
  const file = camt053({ account: { iban: IBAN, currency: 'EUR' }, opening, lines: sent })
  await dialog.setFiles({ name, mimeType: 'application/xml', buffer: Buffer.from(file) })
  await reads(page.getByRole('main'), 'lignes nouvelles')
}

async function chooseAccount(place: Page | Locator, page: Page, words: string, option: string): Promise<void> {
  await place.getByRole('combobox', { name: 'Compte', exact: true }).fill(words)
  await page.getByRole('option', { name: option }).click()
}

/** A customer's account is refused at its field; bank fees are taken, VAT apart. */
async function bookOut(page: Page): Promise<void> {
  await view(page, 'Sorties')
  await page.getByRole('searchbox', { name: 'Libellé, payeur ou montant' }).fill('ZEPHYR')
  await lines(page, 'ZEPHYR').first().click()
  const form = page.getByRole('form', { name: 'Autre opération' })
  await chooseAccount(form, page, '411000', '411000')
  await form.getByRole('button', { name: 'Comptabiliser' }).click()
  await sees(form.getByText('411000 est un compte client'))
  await form.getByRole('button', { name: 'Changer' }).click()
  await chooseAccount(form, page, 'frais banc', '627800')
  await form.getByRole('combobox', { name: 'TVA' }).click()
  await page.getByRole('option', { name: '20' }).first().click()
  await reads(form, `dont ${euros('3.60')} de TVA`)
  await form.getByRole('button', { name: 'Comptabiliser' }).click()
  await sees(page.getByText('comptabilisés : 627800 Frais bancaires et commissions.'))
}

/** From the line that was booked: words, direction and account are there; the past shows what it would take. */
async function makeRule(page: Page): Promise<void> {
  await view(page, 'Autres opérations')
  await lines(page, 'ZEPHYR').click()
  await reads(page.getByRole('list', { name: 'Comptes' }).last(), `627800 Frais bancaires et commissions dont ${euros('3.60')} de TVA`)
  await page.getByRole('link', { name: 'Créer une règle à partir de cette ligne' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nouvelle règle' })
  await reads(dialog, 'Frais bancaires et commissions')
  await dialog.getByLabel('Nom de la règle').fill('Carte Zéphyr')
  const past = dialog.getByRole('region', { name: 'Sur les 12 derniers mois' })
  await reads(past, '2 lignes correspondent')
  await reads(past, '1 en attente, que la règle prendrait')
  await reads(past, 'déjà traitée ainsi')
  await dialog.getByRole('button', { name: 'Enregistrer la règle' }).click()
  await page.getByRole('button', { name: 'Appliquer aux 1 en attente' }).click()
  await sees(page.getByText('Règle appliquée à 1 ligne.'))
}

async function nextImport(page: Page): Promise<void> {
  await importLines(page, 'frais-2.xml', '856.80', [
    { bookedOn: TODAY, amount: '-21.60', text: 'COTISATION CARTE AFFAIRES ZEPHYR', reference: 'Z3' },
    { bookedOn: TODAY, amount: '-99.00', text: 'AUTRE CHOSE', reference: 'Z4' },
  ])
  await reads(page.getByRole('main'), '1 ligne traitée par vos règles')
  await view(page, 'Autres opérations')
  await page.getByRole('searchbox', { name: 'Libellé, payeur ou montant' }).fill('ZEPHYR')
  await lines(page, 'ZEPHYR').first().click()
  await sees(page.getByText('règle « Carte Zéphyr »'))
}

async function undoIt(page: Page): Promise<void> {
  const rule = page.getByRole('listitem', { name: 'Carte Zéphyr' })
  await reads(rule, 'Le libellé contient « COTISATION » + « AFFAIRES » + « ZEPHYR », argent sorti')
  await reads(rule, '→ 627800 Frais bancaires et commissions, TVA 20')
  const goes = rule.getByRole('list', { name: 'Dernières applications' }).getByRole('listitem')
  await reads(goes.first(), 'à l’import · 1 ligne')
  await goes.first().getByRole('button', { name: 'Annuler' }).click()
  await page.getByRole('button', { name: 'Remettre à traiter' }).click()
  await sees(page.getByText('1 ligne remise à traiter.'))
  await reads(goes.first(), 'annulée')
  await rule.getByRole('button', { name: 'Appliquer aux lignes en attente' }).click()
  await sees(page.getByText('Aucune ligne en attente ne correspond.'))
  await rule.getByRole('switch').click({ force: true })
  await reads(rule, 'Désactivée')
  await rule.getByRole('button', { name: 'Supprimer la règle Carte Zéphyr' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click()
  await seesNot(rule)
  await sees(page.getByText('Aucune règle.'))
}
