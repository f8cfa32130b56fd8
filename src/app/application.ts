/** The application without a port: database, clock and mail go in; API, jobs and identity come out. Server, tests and worlds share it. */
import { appendAudit } from '#audit'
import type { MailSettings } from '#mail'
import { createPeople } from '#people'
import { createPortalRoutes, hostedLinks, type Outgoing } from '#portal'
import { createApi } from '#platform/api'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/db'
import type { Jobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import { createWriteDoor, type WriteDoor } from '#platform/write-door'
import { contract } from './contract.ts'
import { createJobs } from './jobs.ts'
import { createOperations } from './operations.ts'
import { createReactions } from './reactions.ts'
import { problems } from './sentences.ts'

export type Surroundings = {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly secret: Buffer
  /** Links in mails begin with it. */
  readonly publicUrl: string
  readonly mail: MailSettings
}

export type Application = ReturnType<typeof createApplication>

export function createApplication(surroundings: Surroundings) {
  const { clock, database, log, publicUrl, secret } = surroundings
  const outgoing: Outgoing = { links: hostedLinks({ secret, publicUrl }), leaves: surroundings.mail.mailer.leaves, publicUrl }
  const reactions = createReactions(outgoing)
  const write: WriteDoor = createWriteDoor({ database, clock, reactions, appendAudit })
  const people = createPeople({ database, secret, publicUrl, contract })
  const operations = createOperations({ people: people.operations, outgoing })
  const api = createApi(contract, operations, { database, clock, write, problems, log })
  const jobs: Jobs = createJobs({ ...surroundings, write, outgoing })
  const portal = createPortalRoutes({ database, clock, write, identify: people.identify, secret, log })
  return { ...surroundings, write, operations, reactions, api, problems, identify: people.identify, portal, jobs }
}
