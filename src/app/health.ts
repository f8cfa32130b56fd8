/** For whoever watches the machine: alive, ready, and figures for Prometheus. */
import { Hono } from 'hono'
import { sql } from 'kysely'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { Database } from '#platform/db'

export function healthPages(database: Database): Hono {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const pages = new Hono()
  pages.get('/health', (c) => c.json({ status: 'ok' }))
  pages.get('/ready', async (c) => {
    try {
      await sql`select 1 from schema_migrations limit 1`.execute(database.owner)
      return c.json({ status: 'ok', checks: { database: 'ok' } })
    } catch {
      return c.json({ status: 'error', checks: { database: 'error' } }, 503)
    }
  })
  pages.get('/metrics', async (c) => c.text(await registry.metrics(), 200, { 'content-type': registry.contentType }))
  return pages
}
