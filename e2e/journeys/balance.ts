/** Who owes what: the aged balance today and of a day gone by, down to the invoices; the customer's card; the statement; the home page. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Api } from '../harness/api.ts'
import type { Journey } from '../harness/stage.ts'
import { reads, sees, until } from '../harness/wait.ts'
import { euros, plain } from '../harness/words.ts'
import { downloaded } from './screens.ts'

type Aged = { readonly late: string; readonly total: string }
type Balance = { readonly totals: Aged; readonly rows: readonly (Aged & { readonly customerId: string; readonly customerName: string })[] }
type Home = { readonly aged: Aged; readonly received: { readonly amount: string } }

const BUCKETS = ['Non échu', '1 à 30 j', '31 à 60 j', '61 à 90 j', '91 à 120 j', 'Plus de 120 j']
const LONG_AGO = '2026-03-31'

export const balance: Journey = {
  name: 'Qui doit combien : balance âgée à deux dates, factures, fiche client, relevé PDF, accueil',
  run: async (stage) => {
    const { api, company } = stage
    const page = await stage.open('/')
    await homeAgrees(page, await api.get<Home>('/home'))
    await page.getByRole('link', { name: 'Voir la balance âgée' }).click()

    const now = await balanceOf(api)
    for (const bucket of BUCKETS) await sees(page.getByText(bucket).first())
    await reads(page.getByRole('main'), euros(now.totals.total))
    const before = await balanceOf(api, LONG_AGO)
    assert.notEqual(before.totals.total, now.totals.total)
    await page.getByLabel('Arrêtée au').fill('31/03/2026')
    await page.keyboard.press('Enter')
    await reads(page.getByRole('main'), euros(before.totals.total))
    await until('the day is in the address', async () => new URL(page.url()).searchParams.get('au') === LONG_AGO)

    await page.getByRole('button', { name: 'Aujourd’hui' }).click()
    await reads(page.getByRole('main'), euros(now.totals.total))
    const [debtor] = now.rows
    assert.ok(debtor, 'someone owes something')
    await page.getByRole('link', { name: debtor.customerName }).first().click()
    const panel = page.getByRole('complementary', { name: 'Détail' })
    await reads(panel, 'Pièces ouvertes')
    const invoice = panel.getByRole('link', { name: /^F\d{4}-/ }).first()
    const number = plain(await invoice.innerText())
    await invoice.click()
    await sees(page.getByRole('heading', { name: `Facture ${number}` }))

    await page.getByRole('link', { name: 'Ouvrir la fiche' }).click()
    await sees(page.getByRole('heading', { name: debtor.customerName, level: 1 }))
    await reads(page.getByRole('main'), euros(debtor.total))
    await page.goto(`/${company}/clients/${debtor.customerId}/releve`)
    await reads(page.getByRole('main'), euros(debtor.total))
    const pdf = await downloaded(page, () => page.getByRole('button', { name: 'Relevé PDF' }).click())
    assert.equal(pdf.subarray(0, 5).toString('latin1'), '%PDF-')
  },
}

const balanceOf = (api: Api, asOf?: string): Promise<Balance> => api.get(`/aged-balance${asOf === undefined ? '' : `?asOf=${asOf}`}`)

async function homeAgrees(page: Page, { aged, received }: Home): Promise<void> {
  const text = page.getByRole('main')
  await reads(text, 'À faire aujourd’hui')
  for (const amount of [aged.total, aged.late, received.amount]) await reads(text, euros(amount))
}
