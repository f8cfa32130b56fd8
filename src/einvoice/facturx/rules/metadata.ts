/** What the PDF's metadata must say: that it is an archive (PDF/A-3), that it is a Factur-X, and in which profile. */
import { FACTURX, FACTURX_NAMESPACE } from '../hybrids.ts'
import type { Container } from '../container.ts'
import { type ContainerRule, type Facts, type Hybrid, when } from './rule.ts'

const xmpOf = ({ metadata }: Container) => (typeof metadata === 'string' ? undefined : metadata)

/** PDF/A-3, or PDF/A-4 with files (4f), which the specification also accepts. */
function isAccepted({ part, conformance }: { readonly part?: string; readonly conformance?: string }): boolean {
  return part === '3' || (part === '4' && conformance === 'F')
}

/** A rule about one word of the metadata; silent where the metadata says nothing of an invoice, which has its own rule. */
function word(name: string, wrong: (value: string | undefined, container: Container) => boolean): (hybrid: Hybrid) => readonly Facts[] {
  return ({ container }) => {
    if (!container.words) return []
    const value = container.words.values.get(name)
    return when(wrong(value, container), { found: value ?? '—' })
  }
}

const standardOf = ({ hybrid }: Container) => hybrid ?? FACTURX

export const metadataRules: readonly ContainerRule[] = [
  {
    id: 'BR-HYBRID-02',
    pack: 'FACTUR-X',
    term: '/Metadata',
    severity: 'fatal',
    breaches: ({ container }) => when(container.metadata === 'absent'),
    fr: 'Le PDF n’a pas de métadonnées XMP : rien n’y dit qu’il est un PDF/A-3.',
    en: 'The PDF has no XMP metadata: nothing in it says that it is a PDF/A-3.',
  },
  {
    id: 'BR-HYBRID-02',
    pack: 'FACTUR-X',
    term: '/Metadata',
    severity: 'fatal',
    breaches: ({ container }) => when(container.metadata === 'unreadable'),
    fr: 'Les métadonnées XMP du PDF sont illisibles : ce n’est pas du XML bien formé.',
    en: 'The XMP metadata of the PDF cannot be read: it is not well-formed XML.',
  },
  {
    id: 'BR-HYBRID-02',
    pack: 'FACTUR-X',
    term: 'pdfaid:part',
    severity: 'fatal',
    breaches: ({ container }) => {
      const xmp = xmpOf(container)
      return when(xmp !== undefined && xmp.part === undefined)
    },
    fr: 'Les métadonnées ne disent pas que le PDF est un PDF/A-3 (pdfaid:part manque).',
    en: 'The metadata does not say that the PDF is a PDF/A-3 (pdfaid:part is missing).',
  },
  {
    id: 'BR-HYBRID-02',
    pack: 'FACTUR-X',
    term: 'pdfaid:part',
    severity: 'fatal',
    breaches: ({ container }) => {
      const xmp = xmpOf(container)
      if (xmp?.part === undefined || isAccepted(xmp)) return []
      return [{ found: `PDF/A-${xmp.part}${(xmp.conformance ?? '').toLowerCase()}` }]
    },
    fr: 'Le PDF se dit {found} : une facture Factur-X est un PDF/A-3, seul à admettre un fichier joint.',
    en: 'The PDF says it is {found}: a Factur-X invoice is a PDF/A-3, which alone may carry an attached file.',
  },
  {
    id: 'BR-HYBRID-03',
    pack: 'FACTUR-X',
    term: 'fx',
    severity: 'fatal',
    breaches: ({ container }) => when(container.words === undefined && container.metadata !== 'unreadable'),
    fr: 'Les métadonnées Factur-X manquent : ni le profil ni le nom du fichier joint n’y sont déclarés.',
    en: 'The Factur-X metadata is missing: neither the profile nor the name of the attached file is declared.',
  },
  {
    id: 'BR-HYBRID-03',
    pack: 'FACTUR-X',
    term: 'pdfaExtension:schemas',
    severity: 'fatal',
    breaches: ({ container }) => {
      const { words } = container
      return when(words !== undefined && !xmpOf(container)?.schemas.some(({ namespace }) => namespace === words.namespace))
    },
    fr: 'Le schéma d’extension PDF/A qui décrit les métadonnées Factur-X manque.',
    en: 'The PDF/A extension schema that describes the Factur-X metadata is missing.',
  },
  {
    id: 'BR-HYBRID-03',
    pack: 'FACTUR-X',
    term: 'pdfaProperty:name',
    severity: 'fatal',
    breaches: ({ container }) => {
      const { words } = container
      const schema = xmpOf(container)?.schemas.find(({ namespace }) => namespace === words?.namespace)
      const missing = schema ? [...(words?.values.keys() ?? [])].filter((name) => !schema.properties.includes(name)) : []
      return missing.map((found) => ({ found }))
    },
    fr: 'Le schéma d’extension PDF/A ne décrit pas la propriété {found}, pourtant employée.',
    en: 'The PDF/A extension schema does not describe the property {found}, though it is used.',
  },
  {
    id: 'BR-HYBRID-04',
    pack: 'FACTUR-X',
    term: 'pdfaSchema:namespaceURI',
    severity: 'fatal',
    breaches: ({ container: { words, hybrid } }) => (words && !hybrid ? [{ found: words.namespace, expected: FACTURX_NAMESPACE }] : []),
    fr: 'L’espace de noms des métadonnées est « {found} » au lieu de « {expected} ».',
    en: 'The namespace of the metadata is “{found}” instead of “{expected}”.',
  },
  {
    id: 'BR-HYBRID-04',
    pack: 'FACTUR-X',
    term: 'pdfaSchema:namespaceURI',
    severity: 'fatal',
    breaches: ({ container: { hybrid } }) => when(hybrid !== undefined && hybrid !== FACTURX, { found: hybrid?.name ?? '' }),
    fr: 'Le PDF suit {found}, antérieur à Factur-X : les plateformes ne le reçoivent plus.',
    en: 'The PDF follows {found}, which came before Factur-X: platforms no longer take it.',
  },
  {
    id: 'BR-HYBRID-05',
    pack: 'FACTUR-X',
    term: 'pdfaSchema:prefix',
    severity: 'fatal',
    breaches: ({ container }) => {
      const { words } = container
      const expected = standardOf(container).prefixes
      const schema = xmpOf(container)?.schemas.find(({ namespace }) => namespace === words?.namespace)
      const found = [words?.prefix, schema?.prefix].find((prefix) => prefix !== undefined && !expected.includes(prefix))
      return found === undefined ? [] : [{ found: found === '' ? '—' : found, expected: expected[0] ?? '' }]
    },
    fr: 'Le préfixe des métadonnées est « {found} » au lieu de « {expected} ».',
    en: 'The prefix of the metadata is “{found}” instead of “{expected}”.',
  },
  {
    id: 'BR-HYBRID-06',
    pack: 'FACTUR-X',
    term: 'fx:DocumentType',
    severity: 'fatal',
    breaches: word('DocumentType', (value) => value !== 'INVOICE'),
    fr: 'Le type de document des métadonnées est « {found} » au lieu de « INVOICE ».',
    en: 'The document type in the metadata is “{found}” instead of “INVOICE”.',
  },
  {
    id: 'BR-HYBRID-07',
    pack: 'FACTUR-X',
    term: 'fx:ConformanceLevel',
    severity: 'fatal',
    breaches: word('ConformanceLevel', (value, container) => !standardOf(container).levels.includes(value ?? '')),
    fr: 'Le profil des métadonnées, « {found} », n’existe pas : MINIMUM, BASIC WL, BASIC, EN 16931, EXTENDED ou XRECHNUNG.',
    en: 'The profile in the metadata, “{found}”, does not exist: MINIMUM, BASIC WL, BASIC, EN 16931, EXTENDED or XRECHNUNG.',
  },
  {
    id: 'BR-HYBRID-08',
    pack: 'FACTUR-X',
    term: 'fx:DocumentFileName',
    severity: 'fatal',
    breaches: word('DocumentFileName', (value, container) => !standardOf(container).fileNames.includes(value ?? '')),
    fr: 'Le nom de fichier des métadonnées est « {found} » au lieu de « factur-x.xml ».',
    en: 'The file name in the metadata is “{found}” instead of “factur-x.xml”.',
  },
  {
    id: 'BR-HYBRID-09',
    pack: 'FACTUR-X',
    term: 'fx:Version',
    severity: 'fatal',
    breaches: word('Version', (value) => value === undefined || value === ''),
    fr: 'La version des métadonnées manque : c’est « 1.0 ».',
    en: 'The version of the metadata is missing: it is “1.0”.',
  },
  {
    id: 'BR-HYBRID-10',
    pack: 'FACTUR-X',
    term: 'fx:Version',
    severity: 'warning',
    breaches: word(
      'Version',
      (value, container) => value !== undefined && value !== '' && value !== '1.0' && value !== standardOf(container).version,
    ),
    fr: 'La version des métadonnées est « {found} » au lieu de « 1.0 » : c’est celle des métadonnées, non celle de Factur-X.',
    en: 'The version of the metadata is “{found}” instead of “1.0”: it is that of the metadata, not that of Factur-X.',
  },
]
