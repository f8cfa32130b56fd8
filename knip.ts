/** Dead code: files, exports and packages that nobody uses. */
import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  // The command starts `cli.ts` as a program of its own; the library is also built for others.
  entry: ['src/app/cli.ts', 'src/einvoice/index.ts', 'scripts/*.ts', 'bench/*.ts'],
  project: ['src/**/*.{ts,tsx,css}', 'worlds/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts', 'e2e/**/*.ts'],
  ignoreExportsUsedInFile: true,
  // A door names the types of what it hands out, whether or not somebody writes them down today.
  ignoreIssues: { 'src/*/index.ts': ['types'], 'src/*/contract.ts': ['types'], 'src/banking/formats/index.ts': ['types'] },
  compilers: {
    css: (text: string) => [...text.matchAll(/@import ['"]([^'"]+)['"]/g)].map(([, path]) => `import '${path}'`).join('\n'),
  },
}

export default config
