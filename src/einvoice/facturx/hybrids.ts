/** The hybrid invoices that have existed, told by the namespace of their metadata. Data from the specifications of each version. */
import type { ConformanceLevel } from '../guidelines.ts'

export type HybridName = 'Factur-X' | 'ZUGFeRD 2.0' | 'ZUGFeRD 1.0'

export type Hybrid = {
  readonly name: HybridName
  /** The one to use first; old versions had two. */
  readonly prefixes: readonly string[]
  readonly fileNames: readonly string[]
  readonly levels: readonly string[]
  /** `fx:Version`: that of the metadata, not of the specification. */
  readonly version: string
}

/** The final # is part of it. */
export const FACTURX_NAMESPACE = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#'

const LEVELS_2_0 = ['MINIMUM', 'BASIC WL', 'BASIC', 'EN 16931', 'EXTENDED'] as const satisfies readonly ConformanceLevel[]

export const FACTURX: Hybrid = {
  name: 'Factur-X',
  prefixes: ['fx'],
  fileNames: ['factur-x.xml', 'xrechnung.xml'],
  levels: [...LEVELS_2_0, 'XRECHNUNG'],
  version: '1.0',
}

const ZUGFERD_2: Hybrid = {
  name: 'ZUGFeRD 2.0',
  prefixes: ['fx', 'zf'],
  fileNames: ['zugferd-invoice.xml'],
  levels: LEVELS_2_0,
  version: '2p0',
}

export const HYBRIDS: ReadonlyMap<string, Hybrid> = new Map([
  [FACTURX_NAMESPACE, FACTURX],
  ['urn:zugferd:pdfa:CrossIndustryDocument:invoice:2p0#', ZUGFERD_2],
  ['urn:zugferd:pdfa:CrossIndustryDocument:invoice:1p0#', ZUGFERD_2],
  [
    'urn:ferd:pdfa:CrossIndustryDocument:invoice:1p0#',
    {
      name: 'ZUGFeRD 1.0',
      prefixes: ['zf'],
      fileNames: ['ZUGFeRD-invoice.xml'],
      levels: ['BASIC', 'COMFORT', 'EXTENDED'],
      version: '1.0',
    },
  ],
])

/** The names of Factur-X and of what came before it, in the order we prefer them. */
export const INVOICE_FILE_NAMES: readonly string[] = ['factur-x.xml', 'zugferd-invoice.xml', 'ZUGFeRD-invoice.xml', 'xrechnung.xml']
