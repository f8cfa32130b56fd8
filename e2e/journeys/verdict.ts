/** An electronic invoice dropped on the page: its verdict, the field at fault, what can be made of it, several at once. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { writeCii } from '#einvoice'
import { sampleInvoice } from '../../src/einvoice/fixtures/sample-invoice.ts'
import { seriousFaults, sidewaysPixels } from '../harness/accessibility.ts'
import type { Journey } from '../harness/stage.ts'
import { reads, sees, seesNot, until } from '../harness/wait.ts'
import { aCustomer, anIssuedInvoice } from './sales.ts'
import { downloaded } from './screens.ts'

const GOOD = writeCii(sampleInvoice())
/** It says what UBL has no place for. */
const TALKATIVE = writeCii(sampleInvoice({ extended: { name: 'FACTURE DU SALON' } }), 'EXTENDED')
const WRONG_TOTAL = GOOD.replace(/(<ram:GrandTotalAmount>)[^<]*/, '$11300.00')

type Given = { readonly name: string; readonly content: string | Buffer }

export const verdict: Journey = {
  name: 'Contrôler une facture électronique : déposée, jugée, le champ fautif montré, lisible, convertie, plusieurs à la fois',
  run: async (stage) => {
    const page = await stage.open('/')
    await page.getByRole('link', { name: 'Contrôle de facture' }).click()
    await reads(page.getByRole('main'), 'rien n’est enregistré')
    await dropped(page, { name: 'bonne.xml', content: GOOD })
    await sees(page.getByRole('heading', { name: /^Conforme : EN 16931 [\d.]+, règles françaises [\d.]+$/ }))
    await reads(page.getByRole('article'), /Facture F2026-00042.*ACME SARL/)
    await canBeTaken(page)

    await chosen(page, { name: 'fausse.xml', content: WRONG_TOTAL })
    await sees(page.getByRole('heading', { name: /erreurs? bloquantes?/ }))
    const failure = page.getByRole('region', { name: 'Ce qui ne va pas' }).getByRole('button', { name: /BR-CO-15/ })
    await reads(failure, /trouvé : « 1300.00 » .*BT-112 · ligne \d+, colonne \d+/)
    await failure.click()
    const field = page.getByRole('article').getByRole('button', { name: /^1\s300,00\s€\s*, \d défauts?$/ })
    await until('the field at fault has the focus', () => field.evaluate((shown) => shown === document.activeElement))
    await field.click()
    await until('the failure is the one being looked at', async () => (await failure.getAttribute('aria-current')) === 'true')
    await isForEveryone(page)

    await ofOurs(page, (await anIssuedInvoice(stage.api, await aCustomer(stage.api, 'Scierie du Faouët'))).id, stage.company)
    await severalAtOnce(page)
  },
}

/** To be read, as a page and as a PDF, and in the other syntax: at once when nothing is lost, else after one was told what. */
async function canBeTaken(page: Page): Promise<void> {
  assert.match((await taken(page, 'PDF lisible')).subarray(0, 5).toString(), /%PDF-/)
  assert.match((await taken(page, 'Page HTML lisible')).toString(), /Lecture du fichier «\u00A0bonne\.xml\u00A0»/)
  assert.match((await taken(page, 'Convertir en UBL')).toString(), /<Invoice/)
  await sees(page.getByText('Convertie en UBL : rien n’est perdu.'))

  await chosen(page, { name: 'bavarde.xml', content: TALKATIVE })
  await menuItem(page, 'Convertir en UBL')
  const dialog = page.getByRole('dialog', { name: /n’a pas de place en UBL/ })
  await reads(dialog, /SALON/)
  assert.deepEqual(await seriousFaults(page), [])
  assert.match(
    (await downloaded(page, () => dialog.getByRole('button', { name: 'Télécharger quand même' }).click())).toString(),
    /<Invoice/,
  )
  await seesNot(dialog)
}

/** By keyboard alone. */
async function menuItem(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Télécharger', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name }).press('Enter')
}

const taken = (page: Page, name: string): Promise<Buffer> => downloaded(page, () => menuItem(page, name))

/** With its list and its marked fields, wide and on a phone. */
async function isForEveryone(page: Page): Promise<void> {
  const wide = page.viewportSize()
  for (const size of [wide, { width: 390, height: 900 }]) {
    if (size) await page.setViewportSize(size)
    assert.deepEqual(await seriousFaults(page), [])
    assert.equal(await sidewaysPixels(page), 0)
  }
  if (wide) await page.setViewportSize(wide)
}

/** The PDF of an invoice of ours is valid, and gives its XML back. */
async function ofOurs(page: Page, invoiceId: string, company: string): Promise<void> {
  await page.goto(`/${company}/factures/${invoiceId}`)
  const pdf = await downloaded(page, () => page.getByRole('button', { name: 'Télécharger le PDF' }).click())
  await page.goto(`/${company}/controle`)
  await chosen(page, { name: 'la-notre.pdf', content: pdf })
  await sees(page.getByRole('heading', { name: /^Conforme : .*Factur-X/ }))
  const xml = await taken(page, 'XML contenu dans le PDF')
  assert.match(xml.toString(), /<rsm:CrossIndustryInvoice/)
}

async function severalAtOnce(page: Page): Promise<void> {
  await chosen(
    page,
    { name: 'bonne.xml', content: GOOD },
    { name: 'fausse.xml', content: WRONG_TOTAL },
    { name: 'photo.xml', content: 'PNG' },
  )
  await reads(page.getByRole('main'), '2 conformes, 1 avec des erreurs, 1 illisible')
  await page.getByRole('button', { name: /^photo\.xml/ }).click()
  await reads(page.getByRole('alert'), /ne se lit pas.* XML/)
  await page.goBack()
  await reads(page.getByRole('main'), '2 conformes')
}

const chosen = (page: Page, ...files: readonly Given[]): Promise<void> =>
  page
    .locator('input[type=file]')
    .setInputFiles(files.map(({ content, name }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })))

async function dropped(page: Page, { content, name }: Given): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([text, fileName]) => {
      const held = new DataTransfer()
      held.items.add(new File([text], fileName))
      return held
    },
    [String(content), name] as const,
  )
  const zone = page.getByRole('heading', { name: 'Déposez ici une facture électronique' })
  await zone.dispatchEvent('dragenter', { dataTransfer })
  await sees(page.getByText('Déposez pour contrôler'))
  await zone.dispatchEvent('drop', { dataTransfer })
}
