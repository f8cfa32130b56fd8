import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileOf, TABLES, targetOf } from '../../../../scripts/structure-tables.ts'
import { writeCii } from '../../cii/write.ts'
import { examine } from '../../examine.ts'
import { sampleInvoice } from '../../fixtures/sample-invoice.ts'
import { CORPORA, hasCorpora, ifCorpora } from '../../fixtures/schema.ts'
import { readInvoice } from '../../read.ts'
import type { Reading } from '../../reading.ts'
import { schemasIn } from '../../xsd/schemas.ts'
import { schemaFor, validateRead } from '../../xsd/validate.ts'
import { structureBreaches } from './rules.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const xml = writeCii(sampleInvoice())
const schemas = schemasIn(join(CORPORA, 'xsd'))

describe('a file that its schema refuses is never valid', () => {
  test('each fault is told with its place, its element and both sentences', () => {
    const broken = xml.replace('<ram:InvoiceCurrencyCode>', '\n <ram:Colour>red</ram:Colour><ram:InvoiceCurrencyCode>')
    const { failures, verdict } = examine(bytes(broken))
    expect(verdict).toBe('invalid')
    expect(failures).toEqual([
      {
        rule: 'ENCOURS-17',
        pack: 'ENCOURS',
        severity: 'fatal',
        term: '',
        path: '',
        line: 2 + xml.slice(0, xml.indexOf('<ram:InvoiceCurrencyCode>')).split('\n').length - 1,
        column: 2,
        fr: 'L’élément ram:Colour n’existe pas dans ram:ApplicableHeaderTradeSettlement : vérifiez l’orthographe et l’espace de noms.',
        en: 'There is no element ram:Colour in ram:ApplicableHeaderTradeSettlement: check its spelling and its namespace.',
      },
    ])
  })

  test('one fault on every line of a long file is told a hundred times', () => {
    const broken = xml.replace('<ram:InvoiceCurrencyCode>', `${'<ram:Colour/>'.repeat(5000)}<ram:InvoiceCurrencyCode>`)
    expect(examine(bytes(broken)).failures).toHaveLength(100)
  })

  test.skipIf(!hasCorpora)(`where the schema itself judges, it alone tells${ifCorpora}`, () => {
    const broken = xml.replace('<ram:InvoiceCurrencyCode>', '<ram:Colour/><ram:InvoiceCurrencyCode>')
    expect(examine(bytes(broken), { schemas }).failures.map(({ rule }) => rule)).toEqual(['XSD'])
  })
})

describe.skipIf(!hasCorpora)(`beside the official schemas${ifCorpora}`, () => {
  test.each(TABLES)('the table of %s is what they say', (syntax) => {
    expect(fileOf(join(CORPORA, 'xsd'), syntax)).toBe(readFileSync(targetOf(syntax), 'utf8'))
  })

  // The engine judges the value of a figure too; the rules on figures tell the one file of this kind.
  const OF_VALUES = ['einvoice/facturx-cas-limites/DATA-005/factur-x.xml']

  test('every invoice of the corpora is refused by both or by neither', () => {
    const files = globSync('einvoice/**/*.xml', { cwd: CORPORA })
    expect(files.length).toBeGreaterThan(1000)
    expect(files.filter((file) => differ(join(CORPORA, file)))).toEqual(OF_VALUES)
  })
})

function differ(path: string): boolean {
  const reading = readable(path)
  if (!reading) return false
  const isRefused = validateRead(reading, schemaFor(reading), schemas)?.length !== 0
  return isRefused !== structureBreaches(reading).length > 0
}

function readable(path: string): Reading | undefined {
  try {
    return readInvoice(readFileSync(path))
  } catch {
    return undefined
  }
}
