/** Every PDF of the corpora: read, and each documented defect told. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CORPORA, hasCorpora, ifCorpora } from '../fixtures/schema.ts'
import { extractFacturX } from './extract.ts'
import { readInvoice } from '../read.ts'
import type { Reading } from '../reading.ts'
import { Unreadable } from '../unreadable.ts'
import { inspectPdf, judgeContainer } from './inspect.ts'

function inspect(path: string) {
  const container = inspectPdf(readFileSync(join(CORPORA, 'einvoice', path)))
  const read = container.xml ? readXmlOf(container.xml) : undefined
  const reading = read instanceof Unreadable ? undefined : read
  const unreadable = read instanceof Unreadable ? read : undefined
  return { container, reading, unreadable, failures: judgeContainer(container, reading?.invoice) }
}

function readXmlOf(xml: Uint8Array): Reading | Unreadable {
  try {
    return readInvoice(xml)
  } catch (error) {
    if (error instanceof Unreadable) return error
    throw error
  }
}

/** None of these PDFs dates its attachment: told each time, and left out of the table. */
const EVERYWHERE = 'ENCOURS-PDF-03 /ModDate'

// Which defect each case documents; those of the XML are told by the reader or by the rules of the invoice.
const CASES: readonly (readonly [id: string, told: readonly string[], xml: string])[] = [
  ['OK-001', [], 'read'],
  ['PDF-002', ['BR-HYBRID-13 /UF', 'BR-HYBRID-08 fx:DocumentFileName'], 'read'],
  ['PDF-003', ['BR-HYBRID-12 /AFRelationship'], 'read'],
  ['PDF-005', ['BR-HYBRID-02 /Metadata', 'BR-HYBRID-03 fx'], 'read'],
  ['PDF-008', ['BR-HYBRID-12 /AF'], 'read'],
  ['IDENT-001', ['ENCOURS-PDF-09 BT-29'], 'read'],
  ['PRF-002', ['BR-HYBRID-15 fx:ConformanceLevel'], 'read'],
  ['CALC-001', ['ENCOURS-PDF-07 BT-112'], 'read'],
  ['CALC-003', ['ENCOURS-PDF-07 BT-112'], 'read'],
  ['CALC-006', [], 'read'],
  ['DATA-002', [], 'read'],
  ['DATA-003', [], 'read'],
  ['DATA-005', [], 'read'],
  ['DATA-006', [], 'read'],
  ['IDENT-002', [], 'read'],
  ['PRF-001', [], 'read'],
  ['XML-001', [], 'xml_truncated'],
  ['XML-002', [], 'xml_not_einvoice'],
  ['RBT-002', [], 'xml_malformed'],
]

describe.skipIf(!hasCorpora)(`a PDF with one documented defect is told that one${ifCorpora}`, () => {
  test.each(CASES)('%s', (id, told, xml) => {
    const { failures, unreadable } = inspect(`facturx-cas-limites/${id}/facture.pdf`)
    const names = failures.map(({ rule, term }) => `${rule} ${term}`)
    expect(names.filter((name) => name !== EVERYWHERE)).toEqual(told)
    expect(names).toContain(EVERYWHERE)
    expect(unreadable?.code ?? 'read').toBe(xml)
  })

  test('no case is left out', () => {
    const all = globSync('*/facture.pdf', { cwd: join(CORPORA, 'einvoice', 'facturx-cas-limites') })
    expect(new Set(all)).toEqual(new Set(CASES.map(([id]) => join(id, 'facture.pdf'))))
  })

  test('the sentences name what was found', () => {
    const [first] = inspect('facturx-cas-limites/PDF-002/facture.pdf').failures
    expect(first).toMatchObject({
      severity: 'fatal',
      found: 'facture.xml',
      fr: 'La facture est jointe sous le nom « facture.xml » au lieu de « factur-x.xml ».',
      en: 'The invoice is attached under the name “facture.xml” instead of “factur-x.xml”.',
    })
    const printed = inspect('facturx-cas-limites/CALC-001/facture.pdf').failures.find(({ rule }) => rule === 'ENCOURS-PDF-07')
    expect(printed?.fr).toContain('3\u202f000,00\u00a0€')
  })
})

/** Reports of a validator, attachments and drawings: no invoice is inside. */
const WITHOUT = /_validation_report\.pdf$|attachments\/|blanko(?:A3)?\.pdf$|pdf_invalid\.pdf$/

const pdfs = hasCorpora ? globSync('**/*.pdf', { cwd: join(CORPORA, 'einvoice', 'pdf') }) : []

describe.skipIf(!existsSync(join(CORPORA, 'einvoice', 'pdf')))(`every PDF of the corpora is read${ifCorpora}`, () => {
  test.each(pdfs.filter((path) => !WITHOUT.test(path)))('%s', (path) => {
    const { container, reading, unreadable } = inspect(join('pdf', path))
    expect(container.xml?.length).toBeGreaterThan(1000)
    expect(extractFacturX(readFileSync(join(CORPORA, 'einvoice', 'pdf', path)))).toEqual(container.xml)
    // ZUGFeRD 1 is older than the European standard: its invoices are extracted, not read.
    if (container.hybrid?.name === 'ZUGFeRD 1.0') expect(unreadable?.code).toBe('xml_zugferd_1')
    else expect(reading?.syntax).toBe('CII')
  })

  test.each(pdfs.filter((path) => WITHOUT.test(path)))('%s holds no invoice', (path) => {
    expect(inspect(join('pdf', path)).failures.map(({ rule }) => rule)).toEqual(['BR-HYBRID-01'])
  })
})

describe.skipIf(!hasCorpora)(`samples that say they are right${ifCorpora}`, () => {
  test('of those published with Factur-X and ZUGFeRD 2.3 and later, no container is refused', () => {
    const published = pdfs.filter((path) => /ferd-2\.4-examples.*_fx\.pdf$|XML-Rechnung\/FX|FNFE-factur-x-examples/.test(path))
    expect(published.length).toBeGreaterThan(25)
    for (const path of published) {
      const { failures } = inspect(join('pdf', path))
      expect({ path, fatal: failures.filter(({ severity }) => severity === 'fatal') }).toEqual({ path, fatal: [] })
    }
  })

  test('ZUGFeRD 1 and 2.0 are told as such, and nothing else is held against their own form', () => {
    for (const [path, found] of [
      ['pdf/mustang/library/zugferd_invoice.pdf', 'ZUGFeRD 1.0'],
      ['pdf/zugferd-corpus/ZUGFeRDv2/correct/intarsys/EN16931/zugferd_2p0_EN16931_Einfach.pdf', 'ZUGFeRD 2.0'],
    ] as const) {
      const fatal = inspect(path).failures.filter(({ severity }) => severity === 'fatal')
      expect(fatal).toMatchObject([{ rule: 'BR-HYBRID-04', found }])
    }
  })

  test('a damaged file is repaired, read, and told as damaged', () => {
    const { container, failures } = inspect('pdf/mustang/validator/corruptedV2PDF.pdf')
    expect(container.archiveDefects.map(({ code }) => code)).toContain('damaged')
    expect(failures.map(({ term }) => term)).toContain('PDF/A')
    expect(container.xml?.length).toBeGreaterThan(1000)
  })
})
