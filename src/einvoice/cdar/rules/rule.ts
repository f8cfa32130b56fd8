/** What a rule of a lifecycle message is: like a rule of the invoice, on another model. */
import type { Read } from '../../model.ts'
import type { Severity } from '../../rules/rule.ts'
import type { InvoiceStatus, LifecycleParty, ReadLifecycleMessage, StatusDetail } from '../model.ts'

export type CdarPackName = 'BR-FR-CDV' | 'ENCOURS'

/** One place that breaks a rule; the rule's own `path` when it names none. */
export type CdarBreach = { readonly path?: string; readonly facts?: Readonly<Record<string, string>> }

export type CdarRule = {
  /** As published: `BR-FR-CDV-14_MDT-207`. */
  readonly id: string
  readonly pack: CdarPackName
  /** The term of the message: `MDT-207`. */
  readonly term: string
  readonly severity: Severity
  /** Field of the model. */
  readonly path: string
  readonly breaches: (message: ReadLifecycleMessage) => readonly CdarBreach[]
  readonly fr: string
  readonly en: string
}

export type ReadParty = Read<LifecycleParty>
export type ReadInvoiceStatus = Read<InvoiceStatus>
export type ReadDetail = Read<StatusDetail>

/** Whether something is wrong, or what was found that is. */
type Answer = boolean | string

export function when(answer: Answer): readonly CdarBreach[] {
  if (answer === false) return []
  return [answer === true ? {} : { facts: { found: answer } }]
}

/** A rule about each party that receives the message. */
export function eachRecipient(field: string, wrong: (party: ReadParty) => Answer): CdarRule['breaches'] {
  return ({ recipients = [] }) =>
    recipients.flatMap((party, index) => told(wrong(party), `recipients.${index}${field}`, { name: party.name ?? '' }))
}

/** A rule about each invoice of the message. */
export function eachInvoice(field: string, wrong: (invoice: ReadInvoiceStatus, phase: string | undefined) => Answer): CdarRule['breaches'] {
  return ({ acknowledgements = [] }) =>
    acknowledgements.flatMap(({ phase, invoices = [] }, group) =>
      invoices.flatMap((invoice, index) =>
        told(wrong(invoice, phase), `acknowledgements.${group}.invoices.${index}${field}`, {
          number: invoice.number ?? '',
          status: invoice.status ?? '',
        }),
      ),
    )
}

/** A rule about each detail of each invoice's status. */
export function eachDetail(
  field: string,
  wrong: (detail: ReadDetail, invoice: ReadInvoiceStatus, message: ReadLifecycleMessage) => Answer,
): CdarRule['breaches'] {
  return (message) =>
    (message.acknowledgements ?? []).flatMap(({ invoices = [] }, group) =>
      invoices.flatMap((invoice, index) =>
        (invoice.details ?? []).flatMap((detail, place) =>
          told(wrong(detail, invoice, message), `acknowledgements.${group}.invoices.${index}.details.${place}${field}`, {
            number: invoice.number ?? '',
            status: detail.status ?? invoice.status ?? '',
          }),
        ),
      ),
    )
}

function told(answer: Answer, path: string, facts: Readonly<Record<string, string>>): readonly CdarBreach[] {
  if (answer === false) return []
  return [{ path, facts: answer === true ? facts : { ...facts, found: answer } }]
}

export const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''
