/** The Factur-X words in a PDF's metadata: PDF/A accepts a property only when its extension schema is described beside it. */
import { Refusal } from '#core/refusal'
import type { ConformanceLevel } from '../guidelines.ts'
import { escapeXml } from '../xml/write.ts'
import { FACTURX_NAMESPACE } from './hybrids.ts'

type FacturXMetadata = { readonly conformanceLevel: ConformanceLevel; readonly documentFileName: string }

const PROPERTIES = {
  DocumentFileName: 'The name of the embedded XML document',
  DocumentType: 'The type of the hybrid document in capital letters, e.g. INVOICE or ORDER',
  Version: 'The actual version of the standard applying to the embedded XML document',
  ConformanceLevel: 'The conformance level of the embedded XML document',
} as const

function schemaItem(): string {
  const property = (name: string, description: string) =>
    '<rdf:li rdf:parseType="Resource">' +
    `<pdfaProperty:name>${name}</pdfaProperty:name>` +
    '<pdfaProperty:valueType>Text</pdfaProperty:valueType>' +
    '<pdfaProperty:category>external</pdfaProperty:category>' +
    `<pdfaProperty:description>${description}</pdfaProperty:description>` +
    '</rdf:li>'
  return (
    '<rdf:li rdf:parseType="Resource">' +
    '<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>' +
    `<pdfaSchema:namespaceURI>${FACTURX_NAMESPACE}</pdfaSchema:namespaceURI>` +
    '<pdfaSchema:prefix>fx</pdfaSchema:prefix>' +
    `<pdfaSchema:property><rdf:Seq>${Object.entries(PROPERTIES)
      .map(([name, description]) => property(name, description))
      .join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`
  )
}

/** `Version` is that of the XMP schema and stays 1.0 in every Factur-X release. */
function values({ conformanceLevel, documentFileName }: FacturXMetadata): string {
  return (
    `<rdf:Description rdf:about="" xmlns:fx="${FACTURX_NAMESPACE}">` +
    '<fx:DocumentType>INVOICE</fx:DocumentType>' +
    `<fx:DocumentFileName>${escapeXml(documentFileName)}</fx:DocumentFileName>` +
    '<fx:Version>1.0</fx:Version>' +
    `<fx:ConformanceLevel>${conformanceLevel}</fx:ConformanceLevel>` +
    '</rdf:Description>'
  )
}

/** Where there is no bag of schemas yet, one with its own namespaces. */
function wholeExtension(): string {
  return (
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"' +
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">' +
    `<pdfaExtension:schemas><rdf:Bag>${schemaItem()}</rdf:Bag></pdfaExtension:schemas></rdf:Description>`
  )
}

const BAG_START = /<pdfaExtension:schemas>\s*<rdf:Bag>/
const END = '</rdf:RDF>'

/** Keeps all that the XMP says and adds Factur-X. A document may hold one bag of schemas only, so ours joins the one that is there. */
export function addFacturX(xmp: string, metadata: FacturXMetadata): string {
  if (xmp.includes(FACTURX_NAMESPACE)) throw new Refusal('pdf_already_packed')
  const end = xmp.lastIndexOf(END)
  const hasBag = BAG_START.test(xmp)
  // Another prefix for the same words would need a second bag, which PDF/A forbids.
  if (end < 0 || (!hasBag && xmp.includes('http://www.aiim.org/pdfa/ns/extension/'))) throw new Refusal('pdf_metadata_unknown')
  const added = values(metadata) + (hasBag ? '' : wholeExtension())
  const whole = xmp.slice(0, end) + added + xmp.slice(end)
  return hasBag ? whole.replace(BAG_START, (bag) => bag + schemaItem()) : whole
}
