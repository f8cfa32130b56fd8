/** One process: web, API, hosted pages and jobs on one port. */
import { networkInterfaces } from 'node:os'
import { systemClock } from '#platform/clock'
import { listen, type Listening } from '#platform/http'
import { startJobs } from '#platform/jobs'
import { localMailer, smtpMailer } from '#platform/smtp'
import { type Application, createApplication } from './application.ts'
import { schedules } from './jobs.ts'
import type { Installation } from './open.ts'
import { createPages } from './pages.ts'
import { createSite } from './site.ts'
import { ensureWebBundle } from './web-bundle.ts'

export type Server = {
  readonly url: string
  readonly application: Application
  readonly builtBundle: boolean
  /** Jobs run from here on: not while a sample company is filled, whose long transactions would lock in another order than theirs. */
  beginJobs(): Promise<void>
  close(): Promise<void>
}

export async function startServer(installation: Installation): Promise<Server> {
  const { config, database, log, secret } = installation
  const builtBundle = await ensureWebBundle()
  let listening: Listening | undefined
  const publicUrl = config.publicUrl ?? `http://${reachableHost(config.host)}:${config.port}`
  const mail = { mailer: config.smtpUrl === undefined ? localMailer : smtpMailer(config.smtpUrl), fromAddress: config.mailFrom }
  const application = createApplication({ database, clock: systemClock, log, secret, publicUrl, mail })
  const site = createSite(application)
  site.route('/', createPages())
  listening = await listen(site, { port: config.port, host: config.host })
  let runner: Awaited<ReturnType<typeof startJobs>> | undefined
  return {
    url: config.publicUrl ?? `http://${reachableHost(config.host)}:${listening.port}`,
    application,
    builtBundle,
    beginJobs: async () => {
      runner = await startJobs({ database, jobs: application.jobs, schedules, log })
    },
    close: async () => {
      await listening.close()
      await runner?.stop()
    },
  }
}

/** What a person types to reach an address that listens everywhere. */
function reachableHost(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host === '127.0.0.1' ? 'localhost' : host
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal)
  return outside?.address ?? 'localhost'
}
