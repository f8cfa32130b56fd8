import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.scenario.ts', 'worlds/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: ['src/platform/db/test-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
