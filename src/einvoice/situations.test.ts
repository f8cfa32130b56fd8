/** What French trade issues, in both syntaxes: valid by the schemas, clean by every rule; and with its condition broken, told by that rule. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeCii } from './cii/write.ts'
import { CORPORA, hasCorpora, ifCorpora } from './fixtures/schema.ts'
import { judge } from './judge.ts'
import type { Invoice } from './model.ts'
import { readInvoice } from './read.ts'
import type { Syntax } from './reading.ts'
import { VATEX } from './rules/codes/tax.ts'
import { ALL_SITUATIONS, EXEMPT } from './situations.fixture.ts'
import { writeUbl } from './ubl/write.ts'
import { schemasIn } from './xsd/schemas.ts'
import { schemaFor, validateXsd } from './xsd/validate.ts'

const WRITERS: Readonly<Record<Syntax, (invoice: Invoice) => string>> = { CII: writeCii, UBL: writeUbl }
const SYNTAXES: readonly Syntax[] = ['CII', 'UBL']
const schemas = schemasIn(join(CORPORA, 'xsd'))

const fileOf = (invoice: Invoice, syntax: Syntax): Uint8Array => new TextEncoder().encode(WRITERS[syntax](invoice))
const rulesBroken = (file: Uint8Array): string[] => [...new Set(judge(readInvoice(file)).failures.map(({ rule }) => rule))].toSorted()

describe.each(SYNTAXES)('each situation, in %s', (syntax) => {
  test.each(ALL_SITUATIONS)('$name is clean', ({ invoice }) => {
    expect(rulesBroken(fileOf(invoice, syntax))).toEqual([])
  })

  test.skipIf(!hasCorpora).each(ALL_SITUATIONS)(`$name is valid by its schemas${ifCorpora}`, ({ invoice }) => {
    const file = fileOf(invoice, syntax)
    const reading = readInvoice(file)
    for (const schema of new Set([schemaFor(reading), schemaFor(reading, { isInPdf: true })])) {
      expect(validateXsd(file, schema, schemas), schema).toEqual([])
    }
  })

  test('every reason for exemption that was published is accepted', () => {
    const [row] = EXEMPT.vatBreakdown
    for (const exemptionCode of VATEX) {
      const invoice = { ...EXEMPT, vatBreakdown: row ? [{ ...row, exemptionCode }] : [] }
      expect(rulesBroken(fileOf(invoice, syntax)), exemptionCode).toEqual(exemptionCode === 'VATEX-FR-CNWVAT' ? ['ENCOURS-07'] : [])
    }
  })

  const broken = ALL_SITUATIONS.flatMap(({ name, breaks }) => breaks.map((one) => [name, ...one] as const))
  test.each(broken)('%s: %s', (_, __, invoice, told) => {
    const rules = 'CII' in told ? told[syntax] : told
    expect(rulesBroken(fileOf(invoice, syntax))).toEqual([...rules].toSorted())
  })
})
