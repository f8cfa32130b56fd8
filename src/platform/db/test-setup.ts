/** Vitest's global setup: one database server for the whole run. */
import type { TestProject } from 'vitest/node'
import { openTestServer, type TestServerAddress } from './test-database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: TestServerAddress
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openTestServer()
  project.provide('databaseServer', server.address)
  return () => server.close()
}
