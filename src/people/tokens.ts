/** Secrets that travel in a link or a header: 256 bits of chance, kept only as their hash. They need no slow hash, nobody can guess them. */
import { randomBytes } from 'node:crypto'
import { sha256Hex } from '#platform/canonical'

export type Token = { readonly token: string; readonly sha256: string }

export function newToken(prefix = ''): Token {
  const token = prefix + randomBytes(32).toString('base64url')
  return { token, sha256: sha256Hex(token) }
}

export const API_KEY_PREFIX = 'enc_'
