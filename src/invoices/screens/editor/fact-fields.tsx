/** Dates and references of the draft, as fields on the paper. */
import { TextInput } from '@mantine/core'
import { DayInput } from '#ui/day-input'
import { useTexts } from '#ui/locale'
import { FactRow, FactRows } from '../paper/fact-rows.tsx'
import { documentTexts } from '../texts-document.ts'
import classes from './fields.module.css'
import type { Draft } from './use-draft.tsx'

const quiet = { variant: 'unstyled', classNames: { input: classes.field ?? '' } } as const

export function FactFields({ draft }: { draft: Draft }) {
  const texts = useTexts(documentTexts)
  const { values, change } = draft
  const credited = draft.invoice?.creditedInvoice
  return (
    <FactRows>
      {credited && <FactRow label={texts.corrects}>{credited.number}</FactRow>}
      <FactRow label={texts.issuedOn}>
        <DayInput
          {...quiet}
          data-field="issuedOn"
          aria-label={texts.issuedOn}
          clearable
          value={values.issuedOn}
          placeholder={texts.today}
          error={draft.errorOf('issuedOn')}
          onChange={(issuedOn) => change({ issuedOn })}
        />
      </FactRow>
      {draft.kind === 'invoice' && (
        <FactRow label={texts.deliveredOn}>
          <DayInput
            {...quiet}
            data-field="deliveredOn"
            aria-label={texts.deliveredOn}
            clearable
            value={values.deliveredOn}
            placeholder={texts.sameDay}
            error={draft.errorOf('deliveredOn')}
            onChange={(deliveredOn) => change({ deliveredOn })}
          />
        </FactRow>
      )}
      <FactRow label={texts.orderReference}>
        <TextInput
          {...quiet}
          data-field="orderReference"
          aria-label={texts.orderReference}
          placeholder={texts.optional}
          maxLength={50}
          value={values.orderReference}
          error={draft.errorOf('orderReference')}
          onChange={(event) => change({ orderReference: event.currentTarget.value })}
        />
      </FactRow>
      <FactRow label={texts.buyerReference}>
        <TextInput
          {...quiet}
          data-field="buyerReference"
          aria-label={texts.buyerReference}
          placeholder={texts.optional}
          maxLength={50}
          value={values.buyerReference}
          error={draft.errorOf('buyerReference')}
          onChange={(event) => change({ buyerReference: event.currentTarget.value })}
        />
      </FactRow>
    </FactRows>
  )
}
