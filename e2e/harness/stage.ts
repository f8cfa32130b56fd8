/** What a journey is given: the sample company with its owner signed in, an installation without anything, and other people's browsers. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { type Api, apiOf } from './api.ts'
import { startProduct, type Product } from './product.ts'
import { type Watch, watch } from './watch.ts'

export type Journey = { readonly name: string; readonly run: (stage: Stage) => Promise<void> }

export type Stage = {
  readonly demo: Product
  /** The first part of every address of the sample company. */
  readonly company: string
  readonly api: Api
  /** A page of the sample company, as its owner sees it. */
  open(path: string): Promise<Page>
  /** The browser of someone else, or of the owner anew. */
  newBrowser(home: Product, options?: BrowserContextOptions): Promise<BrowserContext>
  /** The owner's browser with other colours, width or language: the same session. */
  likeOwner(options: BrowserContextOptions): Promise<BrowserContext>
  /** Where nobody has signed up yet; gone when the journey ends. */
  emptyInstallation(): Promise<Product>
}

export type Theatre = Stage & { beginJourney(): Watch[]; endJourney(): Promise<void>; close(): Promise<void> }

const USUAL: BrowserContextOptions = {
  locale: 'fr-FR',
  timezoneId: 'Europe/Paris',
  viewport: { width: 1440, height: 900 },
  acceptDownloads: true,
}
/** Two cores shared with a database and a browser: patience, without hiding a page that never comes. */
const PATIENCE_MS = 15_000

export async function openStage(browser: Browser): Promise<Theatre> {
  const demo = await startProduct({ demo: true })
  let journeyProducts: Product[] = []
  let journeyContexts: BrowserContext[] = []
  let watches: Watch[] = []

  const newContext = async (home: Product, options: BrowserContextOptions): Promise<BrowserContext> => {
    const context = await browser.newContext({ ...USUAL, baseURL: home.url, ...options })
    context.setDefaultTimeout(PATIENCE_MS)
    watches.push(watch(context, home.url))
    return context
  }
  const forJourney = async (home: Product, options: BrowserContextOptions): Promise<BrowserContext> => {
    const context = await newContext(home, options)
    journeyContexts.push(context)
    return context
  }

  const entrance = await newContext(demo, {})
  const company = await signInByLink(entrance, demo)
  const session = await entrance.storageState()
  const likeOwner = (options: BrowserContextOptions) => forJourney(demo, { storageState: session, ...options })
  let ownersBrowser: Promise<BrowserContext> | undefined

  return {
    demo,
    company,
    api: apiOf(entrance.request, company),
    open: async (path) => {
      ownersBrowser ??= likeOwner({})
      const page = await (await ownersBrowser).newPage()
      await page.goto(`/${company}${path}`)
      return page
    },
    newBrowser: (home, options = {}) => forJourney(home, options),
    likeOwner,
    emptyInstallation: async () => {
      const product = await startProduct({ demo: false })
      journeyProducts.push(product)
      return product
    },
    beginJourney: () => {
      watches = []
      return watches
    },
    endJourney: async () => {
      await Promise.all(journeyContexts.map((context) => context.close()))
      await Promise.all(journeyProducts.map((product) => product.stop()))
      journeyContexts = []
      journeyProducts = []
      ownersBrowser = undefined
    },
    close: async () => {
      await entrance.close()
      await demo.stop()
    },
  }
}

/** Opens the printed link, presses its button, and says in which company one has arrived. */
async function signInByLink(context: BrowserContext, { signInLink }: Product): Promise<string> {
  if (signInLink === undefined) throw new Error('the start printed no sign-in link')
  const page = await context.newPage()
  await page.goto(signInLink)
  await page.getByRole('button', { name: 'Entrer' }).click()
  await page.getByRole('link', { name: 'Accueil' }).first().waitFor()
  const [, company = ''] = new URL(page.url()).pathname.split('/')
  await page.close()
  return company
}
