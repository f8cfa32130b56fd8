import { defined } from '../defined.ts'
import type { Operation, OriginalAmount } from '../model.ts'
import { warningList } from '../warnings.ts'
import { plainText, referenceOf } from '../words.ts'
import type { XmlElement } from '../xml.ts'
import { type Ourselves, counterpartyOf } from './parties.ts'
import { all, at, firstText, textAt } from './tree.ts'
import { amountOf } from './values.ts'

export type Remittance = { readonly text: string; readonly references: readonly string[] }

/** What the payer wrote: free text first, then the structured references that the free text does not already hold. */
export function remittanceOf(information: XmlElement | undefined): Remittance {
  const free = plainText(
    all(information, 'Ustrd')
      .map((line) => line.text)
      .join(' '),
  )
  const structured = all(information, 'Strd')
  const references = structured
    .flatMap((part) => [textAt(part, 'CdtrRefInf', 'Ref'), ...all(part, 'RfrdDocInf').map((document) => textAt(document, 'Nb'))])
    .filter((reference) => reference !== undefined)
    .map(plainText)
  const comments = structured.flatMap((part) => all(part, 'AddtlRmtInf').map((comment) => plainText(comment.text)))
  const parts = [free]
  for (const part of [...references, ...comments]) if (!parts.some((known) => known.includes(part))) parts.push(part)
  return { text: parts.filter((part) => part !== '').join(' '), references: [...new Set(references)] }
}

/** What was ordered, when that was in another currency than `currency`. */
export function originalAmount(element: XmlElement, currency: string): OriginalAmount | undefined {
  const silent = warningList()
  for (const candidate of [at(element, 'AmtDtls', 'InstdAmt', 'Amt'), at(element, 'AmtDtls', 'TxAmt', 'Amt'), at(element, 'Amt')]) {
    const amount = amountOf(candidate, silent)
    if (amount?.currency !== undefined && amount.currency !== currency)
      return { amountCents: amount.amountCents, currency: amount.currency }
  }
  return undefined
}

const returnReasonOf = (transaction: XmlElement | undefined): string | undefined =>
  firstText(transaction, ['RtrInf', 'Rsn', 'Cd'], ['RtrInf', 'Rsn', 'Prtry'], ['RtrInf', 'AddtlInf'])

/** The fields of one `TxDtls`, or of an entry without any. */
export function operationOf(
  transaction: XmlElement | undefined,
  line: { readonly credit: boolean; readonly reversal: boolean; readonly currency: string },
  ourselves: Ourselves,
): Operation {
  const remittance = remittanceOf(at(transaction, 'RmtInf'))
  const bankText = plainText(textAt(transaction, 'AddtlTxInf') ?? '')
  const returnReason = returnReasonOf(transaction)
  const returned = line.reversal || returnReason !== undefined
  return defined({
    reference: referenceOf(textAt(transaction, 'Refs', 'AcctSvcrRef')),
    endToEndId: referenceOf(textAt(transaction, 'Refs', 'EndToEndId')),
    mandateId: referenceOf(textAt(transaction, 'Refs', 'MndtId')),
    paymentInformationId: referenceOf(textAt(transaction, 'Refs', 'PmtInfId')),
    text: remittance.text || bankText,
    bankText: remittance.text !== '' && bankText !== '' && bankText !== remittance.text ? bankText : undefined,
    remittanceReferences: remittance.references.length > 0 ? remittance.references : undefined,
    returnReason,
    original: transaction && originalAmount(transaction, line.currency),
    ...counterpartyOf(at(transaction, 'RltdPties'), { credit: line.credit, returned }, ourselves),
  })
}
