/** Tests in two projects: those that ask for a database start one server for all of them; the others start at once and share their modules. */
import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const ROOT = import.meta.dirname
const files = globSync('{src,worlds,scripts,bench}/**/*.{test,scenario}.ts', { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'))
const [withDatabase = [], without = []] = [true, false].map((wanted) =>
  files.filter((path) => /databaseServer|openTestServer/.test(readFileSync(join(ROOT, path), 'utf8')) === wanted),
)

export default defineConfig({
  test: {
    // One a core: the default leaves one idle, half of a small machine. One database server bears eight.
    maxWorkers: Math.min(availableParallelism(), 8),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'pure', include: without, pool: 'threads', isolate: false } },
      { extends: true, test: { name: 'database', include: withDatabase, globalSetup: ['src/platform/db/test-setup.ts'] } },
    ],
  },
})
