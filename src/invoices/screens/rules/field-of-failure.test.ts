import { describe, expect, it } from 'vitest'
import { blankDraft, blankLine, type DraftValues } from './draft-values.ts'
import { fieldOfFailure } from './field-of-failure.ts'

const line = (name: string, index: number) => ({ ...blankLine({ nature: 'service', vatCode: 'FR_20' }, String(index)), name })
const draft: DraftValues = { ...blankDraft('FR_20'), lines: ['Porte', '', 'Pose'].map(line) }

describe('the field that mends a failure', () => {
  it('is the one of the line meant, past the blank ones', () => {
    expect(fieldOfFailure('lines.1.vat', draft)).toEqual({ on: 'line', key: draft.lines[2]?.key, field: 'vatCode' })
    expect(fieldOfFailure('lines.0.netPrice', draft)).toEqual({ on: 'line', key: draft.lines[0]?.key, field: 'unitPrice' })
    expect(fieldOfFailure('lines.0.item.name', draft)).toEqual({ on: 'line', key: draft.lines[0]?.key, field: 'name' })
  })

  it('may lie on the customer’s card or in the settings', () => {
    expect(fieldOfFailure('customer.siren', draft)).toEqual({ on: 'customer' })
    expect(fieldOfFailure('buyer.address', draft)).toEqual({ on: 'customer' })
    expect(fieldOfFailure('seller.vatNumber', draft)).toEqual({ on: 'company' })
  })

  it('is on the page for what the page holds, and nowhere for the rest', () => {
    expect(fieldOfFailure('customerId', draft)).toEqual({ on: 'page', field: 'customerId' })
    expect(fieldOfFailure('terms', draft)).toEqual({ on: 'page', field: 'paymentTerms' })
    expect(fieldOfFailure('issuedOn', draft)).toEqual({ on: 'page', field: 'issuedOn' })
    expect(fieldOfFailure('guideline', draft)).toBeUndefined()
    expect(fieldOfFailure(null, draft)).toBeUndefined()
  })
})
