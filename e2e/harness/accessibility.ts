/** What axe finds, and what a phone cannot show without moving sideways. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')

/** The serious and critical faults, each with its first place. */
export const seriousFaults = (page: Page): Promise<string[]> => faultsOf(page, "{ resultTypes: ['violations'] }")

/** Other colours on the same page: only what depends on them. */
export const contrastFaults = (page: Page): Promise<string[]> => faultsOf(page, "{ runOnly: ['color-contrast', 'link-in-text-block'] }")

/** Through the debugger, not by a script element: the page's own policy lets no stranger in. */
async function faultsOf(page: Page, options: string): Promise<string[]> {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ help, id, nodes }) =>
        `${id}: ${help} (${nodes.length}) ${nodes[0]?.html.slice(0, 160) ?? ''} ${nodes[0]?.failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    )
}

export function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
