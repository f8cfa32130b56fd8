/** The web application's files and its one page, served with the policy that forbids everything else. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { Hono } from 'hono'
import { BUNDLE } from './web-bundle.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

type Asset = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly brotli: Uint8Array<ArrayBuffer> | undefined }

/** Every page of the application is the same file; the router in the browser reads the address. */
export function createPages(): Hono {
  const pages = new Hono()
  const assets = new Map<string, Asset | undefined>()
  const index = readFileSync(join(BUNDLE, 'index.html'), 'utf8')

  pages.get('*', (c) => {
    const path = decodeURIComponent(new URL(c.req.url).pathname)
    const asset = readAsset(assets, path)
    if (asset) {
      c.header('content-type', asset.type)
      // File names carry the hash of their content.
      c.header('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
      if (asset.brotli && (c.req.header('accept-encoding') ?? '').includes('br')) {
        c.header('content-encoding', 'br')
        c.header('vary', 'accept-encoding')
        return c.body(asset.brotli)
      }
      return c.body(asset.bytes)
    }
    if (extname(path) !== '' && path.startsWith('/assets/')) return c.notFound()
    const nonce = randomBytes(16).toString('base64')
    c.header('content-security-policy', policy(nonce))
    c.header('cache-control', 'no-cache')
    return c.html(index.replaceAll('{{nonce}}', nonce))
  })
  return pages
}

function policy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    // Mantine places its overlays with style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "frame-src 'self' blob:",
    "frame-ancestors 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}

function readAsset(assets: Map<string, Asset | undefined>, path: string): Asset | undefined {
  if (assets.has(path)) return assets.get(path)
  const type = TYPES[extname(path)]
  const file = normalize(join(BUNDLE, path))
  const inside = file.startsWith(BUNDLE + sep)
  if (type === undefined || !inside || !existsSync(file)) return undefined
  const bytes = new Uint8Array(readFileSync(file))
  const asset = { type, bytes, brotli: type.startsWith('font') ? undefined : compressed(bytes) }
  assets.set(path, asset)
  return asset
}

const compressed = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
