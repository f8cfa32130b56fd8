/** A company of 100,000 invoices, filled once and read by the measures that need one. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Options } from './figures.ts'
import { dropFolder, newFolder, runCommand } from './installation.ts'

export const INVOICES = 100_000
export const LARGE_SLUG = 'grande-menuiserie-de-mesure'
export const LARGE_OWNER = 'solenn@atelier-broceliande.example'

/** Calls with the folder of an installation that holds the large company. */
export async function withLarge<T>(
  { large, say }: Options,
  use: (folder: string, filled: { seconds: number } | undefined) => Promise<T>,
): Promise<T> {
  if (large !== undefined && existsSync(join(large, 'postgresql'))) return use(large, undefined)
  const folder = large ?? newFolder()
  try {
    say(`filling ${INVOICES} invoices (some minutes)…`)
    const since = performance.now()
    const { code, output } = await runCommand(folder, ['demo', '--invoices', String(INVOICES)])
    if (code !== 0) throw new Error(`encours demo failed:\n${output}`)
    return await use(folder, { seconds: (performance.now() - since) / 1000 })
  } finally {
    if (large === undefined) dropFolder(folder)
  }
}
