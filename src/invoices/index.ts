import type { OperationsOf } from '#platform/api'
import type { invoicesContract } from './contract.ts'
import { credit } from './credit.ts'
import { pdf, xml } from './files.ts'
import { blank, getInvoice } from './get.ts'
import { issue } from './issue.ts'
import { invoiceViews, listInvoices } from './list.ts'
import { numbering, setNumbering } from './numbering.ts'
import { createDraft, deleteDraft, saveDraft } from './save-draft.ts'
import { send } from './send.ts'
import { fields, refusals } from './texts.ts'

export {
  type DocumentKind,
  type IssuedFacts,
  invoiceIssued,
  invoiceSendWished,
  invoiceSent,
  invoiceViewed,
  type SalesFacts,
} from './events.ts'
export type { StoredInvoice } from './draft.ts'
export { archiveJobKey, archiveWaiting } from './archive-issued.ts'
export { lookOf } from './draw.ts'
export { billingContact } from './facts.ts'
export { partiesOf } from './parties.ts'
export { writeDraft } from './save-draft.ts'
export { findInvoice } from './store.ts'

export const invoicesOperations: OperationsOf<typeof invoicesContract> = {
  list: listInvoices,
  views: invoiceViews,
  blank,
  get: getInvoice,
  createDraft,
  saveDraft,
  deleteDraft,
  issue,
  credit,
  send,
  pdf,
  xml,
  numbering,
  setNumbering,
}
export const invoicesTexts = { refusals, fields }
