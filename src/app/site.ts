/** Everything that answers on the port but the web application's own files. */
import type { Hono } from 'hono'
import { apiPages, createHttp } from '#platform/http'
import { openApiPages } from './api-pages.ts'
import type { Application } from './application.ts'
import { healthPages } from './health.ts'

export function createSite({ api, database, identify, log, portal, problems }: Application): Hono {
  const site = createHttp({ problems, log })
  site.route('/', healthPages(database))
  // Before the operations, which answer everything else under `/api`.
  site.route('/', openApiPages(api.openApi))
  site.route('/', apiPages({ api: api.handler, identify, problems }))
  site.route('/', portal)
  return site
}
