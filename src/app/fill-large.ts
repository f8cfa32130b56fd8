/**
 * A large company, to measure: one real year of the sample company multiplied by SQL. Numbers, dates, open items, allocations and entries are
 * as if it had worked; documents are not drawn (nobody reads 100,000 PDF), so `encours verify` names them as missing from its archive.
 */
import { sql } from 'kysely'
import type { Application } from './application.ts'
import { fillSampleCompany, type Filled, slugOf } from './fill-world.ts'
import { multiplyCompany } from './multiply.ts'

export const LARGE_NAME = 'Grande Menuiserie de Mesure'

export async function fillLargeCompany(application: Application, invoices: number): Promise<Filled> {
  const startedAt = performance.now()
  await fillSampleCompany(application, () => undefined)
  const companyId = await multiplyCompany(application.database, {
    from: 'atelier-broceliande',
    slug: slugOf(LARGE_NAME),
    name: LARGE_NAME,
    invoices,
  })
  await sql`analyze`.execute(application.database.owner)
  return { name: LARGE_NAME, companyId, invoices, seconds: (performance.now() - startedAt) / 1000 }
}
