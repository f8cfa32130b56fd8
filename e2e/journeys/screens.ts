/** Gestures that several journeys make. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { sees } from '../harness/wait.ts'

/** Presses, and answers the bytes of the file that comes. */
export async function downloaded(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()])
  return readFileSync(await file.path())
}

/** On the mailbox page: opens the newest message whose subject says this. */
export async function openMessage(page: Page, subject: string): Promise<Locator> {
  await sees(page.getByRole('heading', { name: 'Courrier', level: 1 }))
  await page.getByRole('link', { name: subject }).first().click()
  const panel = page.getByRole('complementary', { name: 'Détail' })
  await sees(panel)
  return panel
}

/** Within the open message: where its button leads. */
export async function linkInMessage(panel: Locator, label: string): Promise<string> {
  const link = panel.frameLocator('iframe').getByRole('link', { name: label }).first()
  await sees(link)
  return (await link.getAttribute('href')) ?? ''
}

/** The one found, and not the offer to create one of that name. */
export const beginsWith = (name: string): RegExp => new RegExp(`^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
