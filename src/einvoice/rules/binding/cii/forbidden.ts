/** CII-DT, CII-SR: elements and attributes that the schema knows and the CII binding forbids (CEN/TS 16931-3-3). */
import type { XmlElement } from '../../../xml/element.ts'
import { type BindingRule, childNamed, textOf } from '../binding-rule.ts'

type Row = readonly [id: string, name: string]

/** Numbered one after the other, as published. */
const numbered = (first: number, ...names: readonly string[]): Row[] =>
  names.map((name, index) => [`CII-DT-${String(first + index).padStart(3, '0')}`, name])

const IN_PERIOD: readonly Row[] = numbered(
  68,
  'StartDateTime/DateTime',
  'DurationMeasure',
  'InclusiveIndicator',
  'Description',
  'EndDateTime/DateTime',
  'CompleteDateTime',
  'OpenIndicator',
  'SeasonCode',
  'ID',
  'Name',
  'SequenceNumeric',
  'StartDateFlexibilityCode',
  'ContinuousIndicator',
  'PurposeCode',
)

const IN_ADDRESS: readonly Row[] = [
  ...numbered(82, 'ID', 'PostOfficeBox', 'BuildingName'),
  ...numbered(
    86,
    'LineFour',
    'LineFive',
    'StreetName',
    'CitySubDivisionName',
    'CountryName',
    'CountrySubDivisionID',
    'AttentionOf',
    'CareOf',
    'BuildingNumber',
    'DepartmentName',
    'AdditionalStreetName',
  ),
]

const IN_DOCUMENT: readonly Row[] = [
  ...numbered(16, 'StatusCode', 'CopyIndicator'),
  ...numbered(19, 'GlobalID', 'RevisionID'),
  ['CII-DT-023', 'Information'],
  ...numbered(25, 'SectionName', 'PreviousRevisionID'),
  ...numbered(28, 'EffectiveSpecifiedPeriod', 'IssuerTradeParty', 'AttachedSpecifiedBinaryFile'),
]

const ELEMENT = {
  term: '',
  severity: 'fatal',
  found: ({ written }: XmlElement) => written,
  fr: 'L’élément {found} n’est pas admis ici par la norme européenne.',
  en: 'The element {found} is not allowed here by the European standard.',
} as const

const inside =
  (parent: string) =>
  ([id, name]: Row): BindingRule => ({ ...ELEMENT, id, at: [`${parent}/${name}`], breaks: () => true })

const isReferenced = (ancestors: readonly XmlElement[]): boolean => ancestors.at(-1)?.name.endsWith('ReferencedDocument') ?? false

const inDocument = ([id, name]: Row): BindingRule => ({
  ...ELEMENT,
  id,
  at: [name],
  breaks: (_, __, ancestors) => isReferenced(ancestors),
})

type Where = (element: XmlElement, ancestors: readonly XmlElement[], root: XmlElement) => boolean

const attribute = (id: string, name: string, where: Where): BindingRule => ({
  id,
  term: '',
  severity: 'fatal',
  at: [`@${name}`],
  breaks: (element, root, ancestors) => where(element, ancestors, root),
  found: ({ attributes }) => attributes[name] ?? '',
  fr: `L’attribut ${name} (« {found} ») n’est pas admis ici par la norme européenne.`,
  en: `The attribute ${name} (“{found}”) is not allowed here by the European standard.`,
})

const stands = (element: XmlElement, ancestors: readonly XmlElement[], parent: string, name: string): boolean =>
  element.name === name && ancestors.at(-1)?.name === parent

/** BT-24, BT-1 and BT-126 belong to no list. */
const isPlainId: Where = (element, ancestors) =>
  stands(element, ancestors, 'GuidelineSpecifiedDocumentContextParameter', 'ID') ||
  stands(element, ancestors, 'ExchangedDocument', 'ID') ||
  stands(element, ancestors, 'AssociatedDocumentLineDocument', 'LineID')
const isOtherId: Where = (element, ancestors, root) => element.name.endsWith('ID') && !isPlainId(element, ancestors, root)
const isTypeCode: Where = ({ name }) => name === 'TypeCode'
const isRoot: Where = (_, ancestors) => ancestors.length === 0
const isAmount: Where = ({ name }) => name.endsWith('Amount') && name !== 'TaxTotalAmount'
const isQuantity: Where = ({ name }) => name.endsWith('Quantity')

/** Wherever a line tells the unit of its quantity, other quantities may: the published rule asks the whole file. */
const tellsNoUnit = (root: XmlElement): boolean => {
  const lines = childNamed(root, 'SupplyChainTradeTransaction')?.children ?? []
  return !lines.some((line) => {
    const delivery = line.name === 'IncludedSupplyChainTradeLineItem' ? childNamed(line, 'SpecifiedLineTradeDelivery') : undefined
    return delivery?.children.some(({ name, attributes }) => name === 'BilledQuantity' && attributes['unitCode'] !== undefined) ?? false
  })
}

const attributes = (where: Where, rows: readonly Row[]): BindingRule[] => rows.map(([id, name]) => attribute(id, name, where))

// CII-DT-010 to 012, published for BT-3, can never fail: CII-DT-008 and 009 take every type code before them.
const attributeRules: readonly BindingRule[] = [
  ...attributes(
    isPlainId,
    numbered(1, 'schemeName', 'schemeAgencyName', 'schemeDataURI', 'schemeURI', 'schemeID', 'schemeAgencyID', 'schemeVersionID'),
  ),
  ...attributes(isOtherId, numbered(101, 'schemeName', 'schemeAgencyName', 'schemeDataURI', 'schemeURI')),
  ...attributes(isTypeCode, numbered(8, 'name', 'listURI')),
  ...attributes(isRoot, numbered(13, 'languageID', 'languageLocaleID')),
  attribute('CII-DT-032', 'currencyCodeListVersionID', isAmount),
  attribute('CII-DT-033', 'unitCode', (element, ancestors, root) => isQuantity(element, ancestors, root) && tellsNoUnit(root)),
  ...attributes(isQuantity, numbered(34, 'unitCodeListID', 'unitCodeListAgencyID', 'unitCodeListAgencyName')),
]

export const forbiddenRules: readonly BindingRule[] = [
  ...IN_PERIOD.map(inside('BillingSpecifiedPeriod')),
  ...IN_ADDRESS.map(inside('PostalTradeAddress')),
  ...IN_DOCUMENT.map(inDocument),
  {
    ...ELEMENT,
    id: 'CII-DT-022',
    term: 'BT-125',
    at: ['AttachmentBinaryObject'],
    breaks: (_, __, ancestors) => {
      const document = ancestors.at(-1)
      const isAttachment = document?.name === 'AdditionalReferencedDocument' && textOf(document, 'TypeCode') === '916'
      return isReferenced(ancestors) && !isAttachment
    },
  },
  ...attributeRules,
]
