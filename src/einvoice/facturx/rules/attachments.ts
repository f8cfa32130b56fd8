/** How the invoice must be attached: one file, under its name, listed and associated with the document, of its type. */
import { createHash } from 'node:crypto'
import type { Attachment } from '../attachment.ts'
import { FACTURX } from '../hybrids.ts'
import { levelOf } from '../levels.ts'
import { type ContainerRule, type Facts, type Hybrid, when } from './rule.ts'

/** A rule about the invoice's attachment; silent where there is none, which has its own rule. */
const attached =
  (breaches: (attachment: Attachment, hybrid: Hybrid) => readonly Facts[]) =>
  (hybrid: Hybrid): readonly Facts[] => {
    const attachment = hybrid.container.invoices[0]
    return attachment ? breaches(attachment, hybrid) : []
  }

const MD5_BYTES = 16
const PDF_DATE = /^D:\d{4}(?:(?:0[1-9]|1[0-2])(?:(?:0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])(?:[0-5]\d(?:[0-5]\d)?)?)?)?)?(?:[Z+-].*)?$/

export const attachmentRules: readonly ContainerRule[] = [
  {
    id: 'BR-HYBRID-01',
    pack: 'FACTUR-X',
    term: '/EmbeddedFiles',
    severity: 'fatal',
    breaches: ({ container }) => when(container.invoices.length === 0),
    fr: 'Ce PDF ne contient pas de facture électronique : aucun fichier XML de facture n’y est joint.',
    en: 'This PDF holds no electronic invoice: no XML invoice is attached to it.',
  },
  {
    id: 'BR-HYBRID-12',
    pack: 'FACTUR-X',
    term: '/EmbeddedFiles',
    severity: 'fatal',
    breaches: attached(({ embedded, name }) => when(!embedded, { name })),
    fr: 'Le fichier {name} n’est pas dans la liste des fichiers joints (/Names /EmbeddedFiles) : la plupart des lecteurs ne le verront pas.',
    en: 'The file {name} is not in the list of attached files (/Names /EmbeddedFiles): most readers will not see it.',
  },
  {
    id: 'BR-HYBRID-12',
    pack: 'FACTUR-X',
    term: '/AF',
    severity: 'fatal',
    breaches: attached(({ associated, name }) => when(!associated, { name })),
    fr: 'Le fichier {name} n’est pas associé au document : l’entrée /AF manque à la racine du PDF ou ne le cite pas.',
    en: 'The file {name} is not associated with the document: the /AF entry is missing at the root of the PDF or does not name it.',
  },
  {
    id: 'BR-HYBRID-12',
    pack: 'FACTUR-X',
    term: '/AFRelationship',
    severity: 'fatal',
    breaches: attached(({ relationship, name }) => when(relationship === undefined, { name })),
    fr: 'Le fichier {name} ne dit pas sa relation au document : /AFRelationship manque.',
    en: 'The file {name} does not say its relation to the document: /AFRelationship is missing.',
  },
  {
    id: 'BR-HYBRID-12',
    pack: 'FACTUR-X',
    term: '/Subtype',
    severity: 'fatal',
    breaches: attached(({ mimeType, name }) => when(mimeType !== 'text/xml', { found: mimeType ?? '—', name })),
    fr: 'Le type du fichier {name} est « {found} » au lieu de « text/xml ».',
    en: 'The type of the file {name} is “{found}” instead of “text/xml”.',
  },
  {
    id: 'BR-HYBRID-11',
    pack: 'FACTUR-X',
    term: '/AFRelationship',
    severity: 'warning',
    breaches: attached(({ relationship }, hybrid) => {
      const allowed = relationshipsOf(hybrid)
      if (relationship === undefined || allowed.includes(relationship)) return []
      return [{ found: relationship, expected: allowed.join(', ') }]
    }),
    fr: 'La relation du fichier joint (/AFRelationship) est « {found} » ; ce profil attend : {expected}.',
    en: 'The relation of the attached file (/AFRelationship) is “{found}”; this profile expects: {expected}.',
  },
  {
    id: 'BR-HYBRID-13',
    pack: 'FACTUR-X',
    term: '/UF',
    severity: 'fatal',
    breaches: attached(({ name }, { container }) => {
      const [expected = '', ...others] = (container.hybrid ?? FACTURX).fileNames
      return when(name !== expected && !others.includes(name), { found: name, expected })
    }),
    fr: 'La facture est jointe sous le nom « {found} » au lieu de « {expected} ».',
    en: 'The invoice is attached under the name “{found}” instead of “{expected}”.',
  },
  {
    id: 'BR-HYBRID-14',
    pack: 'FACTUR-X',
    term: 'fx:DocumentFileName',
    severity: 'warning',
    breaches: attached(({ name }, { container }) => {
      const found = container.words?.values.get('DocumentFileName')
      return when(found !== undefined && found !== name, { found: found ?? '', name })
    }),
    fr: 'Les métadonnées nomment le fichier « {found} », mais il est joint sous le nom « {name} ».',
    en: 'The metadata names the file “{found}”, but it is attached under the name “{name}”.',
  },
  {
    id: 'ENCOURS-PDF-01',
    pack: 'ENCOURS',
    term: '/EmbeddedFiles',
    severity: 'fatal',
    breaches: ({ container: { invoices } }) => {
      const same = invoices.filter(({ name }) => name === invoices[0]?.name)
      return when(same.length > 1, { found: String(same.length), name: invoices[0]?.name ?? '' })
    },
    fr: 'Le PDF porte {found} factures sous le nom {name} : nul ne sait laquelle fait foi.',
    en: 'The PDF carries {found} invoices named {name}: nobody knows which one counts.',
  },
  {
    id: 'ENCOURS-PDF-02',
    pack: 'ENCOURS',
    term: '/EmbeddedFiles',
    severity: 'warning',
    breaches: ({ container: { invoices } }) => {
      const others = invoices.filter(({ name }) => name !== invoices[0]?.name)
      return others.map(({ name }) => ({ found: name, name: invoices[0]?.name ?? '' }))
    },
    fr: 'Le PDF porte une autre facture, « {found} », à côté de {name}.',
    en: 'The PDF carries another invoice, “{found}”, beside {name}.',
  },
  {
    id: 'ENCOURS-PDF-03',
    pack: 'ENCOURS',
    term: '/ModDate',
    severity: 'warning',
    breaches: attached(({ modifiedAt, name }) => when(modifiedAt === undefined, { name })),
    fr: 'La date de modification du fichier {name} (/Params /ModDate), obligatoire, manque.',
    en: 'The modification date of the file {name} (/Params /ModDate), which is mandatory, is missing.',
  },
  {
    id: 'ENCOURS-PDF-03',
    pack: 'ENCOURS',
    term: '/ModDate',
    severity: 'warning',
    breaches: attached(({ modifiedAt, name }) =>
      when(modifiedAt !== undefined && !PDF_DATE.test(modifiedAt), { found: modifiedAt ?? '', name }),
    ),
    fr: 'La date de modification du fichier {name} (/Params /ModDate), « {found} », n’est pas une date.',
    en: 'The modification date of the file {name} (/Params /ModDate), “{found}”, is no date.',
  },
  {
    id: 'ENCOURS-PDF-04',
    pack: 'ENCOURS',
    term: '/CheckSum',
    severity: 'warning',
    breaches: attached(({ checkSum, name }, { container: { xml } }) => when(checkSum !== undefined && !isSumOf(checkSum, xml), { name })),
    fr: 'L’empreinte (/CheckSum) du fichier {name} ne correspond pas à son contenu : il a peut-être été modifié après avoir été joint.',
    en: 'The checksum (/CheckSum) of the file {name} does not match its content: it may have been changed after it was attached.',
  },
  {
    id: 'ENCOURS-PDF-11',
    pack: 'ENCOURS',
    term: '/CheckSum',
    severity: 'warning',
    breaches: attached(({ checkSum, name }, { container: { xml } }) =>
      when(checkSum !== undefined && checkSum.length !== MD5_BYTES && isSumOf(checkSum, xml), { name }),
    ),
    fr: 'L’empreinte (/CheckSum) du fichier {name} est juste, mais écrite en lettres au lieu de 16 octets.',
    en: 'The checksum (/CheckSum) of the file {name} is right, but written in letters instead of 16 bytes.',
  },
  {
    id: 'ENCOURS-PDF-05',
    pack: 'ENCOURS',
    term: '/Size',
    severity: 'warning',
    breaches: attached(({ sizeBytes, name }, { container: { xml } }) =>
      when(sizeBytes !== undefined && sizeBytes !== xml?.length, { found: String(sizeBytes), expected: String(xml?.length), name }),
    ),
    fr: 'Le fichier {name} est annoncé de {found} octets et en a {expected}.',
    en: 'The file {name} is announced with {found} bytes and has {expected}.',
  },
  {
    id: 'ENCOURS-PDF-06',
    pack: 'ENCOURS',
    term: '/F',
    severity: 'warning',
    breaches: attached(({ name, otherName }) => (otherName === undefined ? [] : [{ found: otherName, name }])),
    fr: 'Le fichier joint a deux noms : « {name} » et « {found} ».',
    en: 'The attached file has two names: “{name}” and “{found}”.',
  },
]

/** MD5 is what PDF prescribes here (ISO 32000-1 table 46): it finds accidents, not frauds. Many writers put its letters for its bytes. */
function isSumOf(checkSum: Uint8Array, content: Uint8Array = new Uint8Array()): boolean {
  const sum = createHash('md5').update(content).digest()
  return sum.equals(checkSum) || sum.toString('hex') === Buffer.from(checkSum).toString('latin1').toLowerCase()
}

/** Specification, chapter 6: Data where the XML says less than the page; in Germany the XML is always the alternative of the page. */
function relationshipsOf({ container, invoice }: Hybrid): readonly string[] {
  const level = levelOf(invoice?.guideline) ?? container.words?.values.get('ConformanceLevel')
  if (level === 'MINIMUM' || level === 'BASIC WL') return ['Data']
  const isGerman = invoice?.seller?.address?.country === 'DE' && invoice.buyer?.address?.country === 'DE'
  return isGerman || level === 'XRECHNUNG' ? ['Alternative'] : ['Alternative', 'Source', 'Data']
}
