/** The web application: one bundle, each page loaded when it is needed. `npm run build` writes it to `dist/web`, which the server serves. */
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = import.meta.dirname

export default defineConfig({
  root: resolve(here, 'src/app/browser'),
  base: '/',
  plugins: [react()],
  build: {
    outDir: resolve(here, 'dist/web'),
    emptyOutDir: true,
    // No inlined fonts or images: the content security policy admits files of this server only.
    assetsInlineLimit: 0,
  },
  html: { cspNonce: '{{nonce}}' },
  server: {
    proxy: { '/api': process.env['ENCOURS_API'] ?? 'http://localhost:3000' },
  },
})
