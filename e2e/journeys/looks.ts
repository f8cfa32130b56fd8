/** Every page of the sample company, light and dark, on a desk and on a phone. */
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { contrastFaults, seriousFaults, sidewaysPixels } from '../harness/accessibility.ts'
import type { Api } from '../harness/api.ts'
import type { Journey, Stage } from '../harness/stage.ts'
import { seesNot } from '../harness/wait.ts'
import { aCustomer, anIssuedInvoice } from './sales.ts'

const SHOTS = process.env['ENCOURS_SHOTS']
const WIDTHS = [1440, 390] as const

type Row = { readonly id: string }

export const looks: Journey = {
  name: 'Chaque page, claire et sombre, large et à 390 px : lisible par tous, rien ne déborde, rien ne sort',
  run: async (stage) => {
    const paths = await everyPage(stage.api)
    const faults: string[] = []
    for (const width of WIDTHS) {
      const browser = await stage.likeOwner({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
      const page = await stillPage(browser)
      for (const [name, path] of Object.entries(paths)) {
        const address = path.startsWith('http') ? path : `/${stage.company}${path}`
        faults.push(...(await lookAt(page, address, `${name} ${width}`)))
      }
      await browser.close()
    }
    await alsoBeforeEntering(stage, faults)
    assert.equal(faults.length, 0, `\n${faults.join('\n')}`)
  },
}

/** Each page once, with something in it. */
async function everyPage(api: Api): Promise<Record<string, string>> {
  const customer = await aCustomer(api, 'Jardinerie de Paimpont')
  const issued = await anIssuedInvoice(api, customer)
  const draft = await api.post<Row>('/invoices', {
    customerId: customer.id,
    lines: [{ name: 'Abri de jardin', quantity: '1', unitPrice: '1890', vatCode: 'FR_20' }],
  })
  const [late] = (await api.get<{ rows: readonly Row[] }>('/invoices?view=late')).rows
  const [paid] = (await api.get<{ rows: readonly Row[] }>('/payments')).rows
  const { url } = await api.get<{ url: string }>(`/invoices/${issued.id}/link`)
  return {
    accueil: '/',
    clients: '/clients',
    'clients-nouveau': '/clients/nouveau',
    client: `/clients/${customer.id}`,
    'client-coordonnees': `/clients/${customer.id}?onglet=coordonnees`,
    'client-echanges': `/clients/${customer.id}?onglet=echanges`,
    releve: `/clients/${customer.id}/releve`,
    factures: '/factures',
    'facture-volet': `/factures?panel=${issued.id}`,
    'facture-emise': `/factures/${issued.id}`,
    'facture-en-retard': `/factures/${late?.id ?? ''}`,
    'facture-brouillon': `/factures/${draft.id}`,
    'facture-nouvelle': '/factures/nouvelle',
    articles: '/articles',
    controle: '/controle',
    banque: '/banque',
    'banque-en-attente': '/banque?view=on_hold',
    'banque-regles': '/banque/regles',
    'banque-regle': '/banque/regles?regle=nouvelle',
    paiements: '/paiements',
    'paiement-volet': `/paiements?panel=${paid?.id ?? ''}`,
    relances: '/relances',
    'relances-envoyees': '/relances?view=sent',
    'relances-reglage': '/relances?view=rule',
    courrier: '/courrier',
    'balance-agee': '/balance-agee',
    comptabilite: '/comptabilite',
    reglages: '/reglages',
    'reglages-apparence': '/reglages/apparence',
    'reglages-paiement': '/reglages/paiement',
    'reglages-numerotation': '/reglages/numerotation',
    'reglages-equipe': '/reglages/equipe',
    'reglages-mon-acces': '/reglages/mon-acces',
    'page-du-client': url,
  }
}

async function alsoBeforeEntering(stage: Stage, faults: string[]): Promise<void> {
  for (const width of WIDTHS) {
    const browser = await stage.newBrowser(stage.demo, { viewport: { width, height: 900 }, reducedMotion: 'reduce' })
    faults.push(...(await lookAt(await stillPage(browser), '/connexion', `connexion ${width}`)))
    await browser.close()
  }
}

/** By day, then by night: the same page with other colours. */
async function lookAt(page: Page, address: string, name: string): Promise<string[]> {
  try {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(address)
    await settled(page)
    const sideways = await sidewaysPixels(page)
    const byDay = await seriousFaults(page)
    await keepPicture(page, `${name} light`)
    await byNightNow(page)
    const byNight = await contrastFaults(page)
    await keepPicture(page, `${name} dark`)
    return [...(sideways > 0 ? [`${sideways} px to the side`] : []), ...byDay, ...byNight.map((fault) => `dark: ${fault}`)].map(
      (fault) => `${name}: ${fault}`,
    )
  } catch (error) {
    return [`${name}: ${String(error)}`]
  }
}

/** A page whose colours change at once: what is half way from day to night is not judged. */
async function stillPage(browser: BrowserContext): Promise<Page> {
  const page = await browser.newPage()
  await page.addInitScript(() => {
    const still = new CSSStyleSheet()
    still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important }')
    document.adoptedStyleSheets.push(still)
  })
  return page
}

async function byNightNow(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.waitForFunction(() => (document.documentElement.dataset['mantineColorScheme'] ?? 'dark') === 'dark')
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

/** The skeleton has given way to the page, and nothing more is asked of the server. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('h1').first().waitFor()
  await seesNot(page.getByRole('status', { name: 'Chargement' }))
}

async function keepPicture(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined || SHOTS === '') return
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: join(SHOTS, `${name.replaceAll(' ', '-')}.png`) })
}
