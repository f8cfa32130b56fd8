/** The official schemas, where somebody has put them: they are not ours to ship. Data: which file of the publishers' folders judges what. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlBufferInputProvider, XmlDocument, xmlCleanupInputProvider, xmlRegisterInputProvider, XsdValidator } from 'libxml2-wasm'

/** Each with the folder it comes in, and the file to begin with; those it includes lie around it. */
const SCHEMAS = {
  'CII D22B': ['cii-d22b', 'CrossIndustryInvoice_100pD22B.xsd'],
  'UBL Invoice 2.1': ['ubl-2.1', 'maindoc/UBL-Invoice-2.1.xsd'],
  'UBL CreditNote 2.1': ['ubl-2.1', 'maindoc/UBL-CreditNote-2.1.xsd'],
  'CDAR D22B': ['cdar-d22b', 'CrossDomainAcknowledgementAndResponse_100pD22B.xsd'],
  'Factur-X 1.09 MINIMUM': ['factur-x-1.09/MINIMUM', 'Factur-X_MINIMUM.xsd'],
  'Factur-X 1.09 BASIC WL': ['factur-x-1.09/BASICWL', 'Factur-X_BASICWL.xsd'],
  'Factur-X 1.09 BASIC': ['factur-x-1.09/BASIC', 'Factur-X_BASIC.xsd'],
  'Factur-X 1.09 EN 16931': ['factur-x-1.09/EN16931', 'Factur-X_EN16931.xsd'],
  'Factur-X 1.09 EXTENDED': ['factur-x-1.09/EXTENDED', 'Factur-X_EXTENDED.xsd'],
} as const satisfies Readonly<Record<string, readonly [folder: string, file: string]>>

export type SchemaName = keyof typeof SCHEMAS

export type Schemas = {
  /** Those that the folder holds. */
  readonly names: readonly SchemaName[]
  /** Undefined where the folder does not hold it. Compiled at the first call, which takes some 50 ms, and kept. */
  readonly validator: (name: SchemaName) => XsdValidator | undefined
}

/** The schemas of a folder laid out as `../shared/corpora/xsd`: one folder for each publication, its files as published. */
export function schemasIn(folder: string): Schemas {
  const known = new Map<SchemaName, XsdValidator>()
  const names = (Object.keys(SCHEMAS) as SchemaName[]).filter((name) => existsSync(join(folder, ...SCHEMAS[name])))
  return {
    names,
    validator: (name) => {
      const found = known.get(name) ?? compileSchema(folder, SCHEMAS[name])
      if (found) known.set(name, found)
      return found
    },
  }
}

/** Undefined where the folder does not hold it. */
export function compileSchema(root: string, [folder, file]: readonly [folder: string, file: string]): XsdValidator | undefined {
  const directory = join(root, folder)
  if (!existsSync(join(directory, file))) return undefined
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xsd'))
  const base = `schema:///${folder}/`
  // The compiler asks for what a schema includes by its address: only these files have one.
  xmlRegisterInputProvider(
    new XmlBufferInputProvider(Object.fromEntries(names.map((name) => [base + name, readFileSync(join(directory, name))]))),
  )
  try {
    const source = XmlDocument.fromBuffer(readFileSync(join(directory, file)), { url: base + file })
    return XsdValidator.fromDoc(source)
  } finally {
    xmlCleanupInputProvider()
  }
}
