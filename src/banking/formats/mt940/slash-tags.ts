import { wordsOf } from '../words.ts'
import type { Information, Party } from './information.ts'

/** `/EREF/…/BENM//NAME/…/REMI/…`, as SWIFT, Dutch and many international banks structure `:86:`. */
const TAG =
  /\/(ACC|ACNO|ADDR|BAI|BENM|BIC|CHGS|CNTP|CSID|EREF|IBAN|ID|INFO|ISDT|KREF|MARF|NAME|OAMT|OCMT|ORDP|PREF|PURP|REMI|RTRN|SVCL|TRCD|TRTP|ULTB|ULTC|ULTD)\//g
const TELLING = /(?:^\s*|\s|\/)\/(?:BENM|CNTP|EREF|MARF|ORDP|REMI|RTRN|TRTP)\/|^\s*\/[A-Z]{2,4}\/.*\/(?:BENM|EREF|ORDP|REMI)\//

export const hasSlashTags = (text: string): boolean => TELLING.test(text)

export function slashInformation(text: string): Information {
  const { orderer, other, values, beneficiary } = valuesOf(text)
  const remittance = remittanceOf(values.get('REMI'))
  const counterparty = counterpartyOf(values.get('CNTP'))
  const label = [values.get('TRTP'), values.get('BAI'), values.get('INFO')].filter((words) => words !== undefined).join(' ')
  return {
    ...remittance,
    label: wordsOf(label),
    orderer,
    beneficiary,
    other: { id: values.get('CSID'), ...counterparty, ...other },
    ultimate: values.get('ULTD') ?? values.get('ULTC') ?? values.get('ULTB'),
    endToEndId: values.get('EREF'),
    mandateId: values.get('MARF'),
    paymentInformationId: values.get('PREF') ?? values.get('KREF'),
    returnReason: /^[A-Z]{2}\d{2}|^[A-Z]{4}/.exec(values.get('RTRN') ?? '')?.[0],
  }
}

/** `/NAME/` and `/IBAN/` after `/ORDP/` or `/BENM/` are of that party, before any of them of the other side. */
function valuesOf(text: string) {
  const values = new Map<string, string>()
  const parties: Record<'orderer' | 'beneficiary' | 'other', Party> = { orderer: {}, beneficiary: {}, other: {} }
  let party: keyof typeof parties = 'other'
  const found = [...text.matchAll(TAG)]
  for (const [index, match] of found.entries()) {
    const tag = match[1] ?? ''
    const value = wordsOf(text.slice(match.index + match[0].length, found[index + 1]?.index ?? text.length).replace(/^[/\s]+|[/\s]+$/g, ''))
    if (tag === 'ORDP' || tag === 'BENM') {
      party = tag === 'ORDP' ? 'orderer' : 'beneficiary'
      parties[party] = { ...parties[party], name: value }
    } else if (tag === 'NAME') parties[party] = { ...parties[party], name: value ?? parties[party].name }
    else if (tag === 'IBAN' || tag === 'ACNO') parties[party] = { ...parties[party], iban: value }
    else if (tag === 'REMI' || tag.startsWith('ULT')) party = 'other'
    if (value !== undefined && !values.has(tag)) values.set(tag, value)
  }
  return { ...parties, values }
}

/** ING says whether the remittance is free (`USTD//…`) or a reference (`STRD/CUR/…`). */
function remittanceOf(written: string | undefined): Pick<Information, 'remittance' | 'structuredReference'> {
  const structured = /^STRD\/[A-Z]*\/(.+)$/.exec(written ?? '')?.[1]
  if (structured !== undefined) return { remittance: wordsOf(structured), structuredReference: wordsOf(structured) }
  return { remittance: wordsOf(written?.replace(/^USTD\/+/, '')) }
}

/** `/CNTP/IBAN/BIC/name/city/` of ING. */
function counterpartyOf(written: string | undefined): Party {
  if (written === undefined) return {}
  const [iban, , name] = written.split('/')
  return { iban, name: wordsOf(name) }
}
