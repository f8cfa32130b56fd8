/**
 * The official Schematrons, compiled for SaxonJS (`.sef.json`). Neither they nor a way to compile them lie in this project:
 * `ENCOURS_OFFICIAL_RULES` names a folder that holds them.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeCii } from '#einvoice'
import type { Prepare } from './peer.ts'

const FILES = ['EN16931-CII-validation.sef.json', 'BR-FR-Flux2-Schematron-CII.sef.json']

export const officialRules: Prepare = {
  name: 'saxon-js and the official EN 16931 and BR-FR rules',
  prepare: async ({ invoice }) => {
    const folder = process.env['ENCOURS_OFFICIAL_RULES'] ?? ''
    const missing = FILES.filter((file) => !existsSync(join(folder, file)))
    if (missing.length > 0) throw new Error(`no compiled rules (${missing.join(', ')}): ENCOURS_OFFICIAL_RULES names their folder`)
    const { default: saxon } = await import('saxon-js')
    const rules = FILES.map((file): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8')))
    const sourceText = writeCii(invoice)
    return {
      check: () => {
        for (const stylesheetInternal of rules) saxon.transform({ stylesheetInternal, sourceText, destination: 'serialized' })
      },
    }
  },
}
