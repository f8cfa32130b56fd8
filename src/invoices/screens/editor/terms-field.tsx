/** When to pay: the customer's usual terms, one of the common ones, or parts of one's own. */
import { Select } from '@mantine/core'
import { useState } from 'react'
import { describeTerms, type PaymentTerms, TERMS_PRESETS } from '#terms/contract'
import { useLocale, useTexts } from '#ui/locale'
import { documentTexts } from '../texts-document.ts'
import fieldClasses from './fields.module.css'
import { OwnTerms } from './own-terms.tsx'
import type { Draft } from './use-draft.tsx'

const USUAL = 'usual'
const OWN = 'own'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const same = (a: PaymentTerms, b: PaymentTerms): boolean => JSON.stringify(a) === JSON.stringify(b)

export function TermsField({ draft }: { draft: Draft }) {
  const texts = useTexts(documentTexts)
  const locale = useLocale()
  const [editing, setEditing] = useState(false)
  const { paymentTerms } = draft.values
  const preset = paymentTerms && TERMS_PRESETS.find(({ terms }) => same(terms, paymentTerms))
  const value = paymentTerms === null ? USUAL : (preset?.id ?? OWN)
  const usual = paymentTerms === null ? draft.paper?.terms : undefined
  const choose = (id: string | null) => {
    setEditing(id === OWN)
    if (id === USUAL) draft.change({ paymentTerms: null })
    const chosen = TERMS_PRESETS.find((each) => each.id === id)
    if (chosen) draft.change({ paymentTerms: chosen.terms })
  }
  return (
    <div data-field="paymentTerms">
      <Select
        variant="unstyled"
        classNames={{ input: fieldClasses.field ?? '' }}
        aria-label={texts.paymentTerms}
        data={[
          { value: USUAL, label: usual === undefined ? texts.usualTerms : capital(usual) },
          ...TERMS_PRESETS.map(({ id, terms }) => ({ value: id, label: capital(describeTerms(terms, locale)) })),
          { value: OWN, label: paymentTerms && !preset ? capital(describeTerms(paymentTerms, locale)) : texts.ownTerms },
        ]}
        value={editing ? OWN : value}
        onChange={choose}
        error={draft.errorOf('paymentTerms')}
        allowDeselect={false}
        withCheckIcon={false}
        openOnFocus={false}
        maxDropdownHeight={320}
        rightSectionWidth={24}
        comboboxProps={{ shadow: 'md' }}
      />
      {(editing || value === OWN) && <OwnTerms terms={paymentTerms} onChange={(own) => draft.change({ paymentTerms: own })} />}
    </div>
  )
}
