import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { describeTerms, type PaymentTerms, presetOf, TERMS_PRESETS } from '#terms/contract'
import { useLocale, useTexts } from '#ui/locale'
import { company } from './api.tsx'
import type { CustomerForm } from './form.tsx'
import { formTexts } from './texts-form.ts'

const USUAL = 'usual'
const OWN = 'own'

/** The company's terms, one of the common ones, or those of another making, shown in words and kept. */
export function TermsField({ form }: { form: CustomerForm }) {
  const texts = useTexts(formTexts)
  const locale = useLocale()
  const facts = useQuery(company.get.queryOptions())
  const { paymentTerms } = form.values
  const preset = paymentTerms === null ? undefined : presetOf(paymentTerms)
  const usual = facts.data ? describeTerms(facts.data.paymentTerms, locale) : '…'
  const label = (terms: PaymentTerms): string => {
    const words = describeTerms(terms, locale)
    return words.charAt(0).toUpperCase() + words.slice(1)
  }
  return (
    <Select
      label={texts.terms}
      data={[
        { value: USUAL, label: texts.usualTerms(usual) },
        ...TERMS_PRESETS.map(({ id, terms }) => ({ value: id, label: label(terms) })),
        ...(paymentTerms !== null && !preset ? [{ value: OWN, label: label(paymentTerms) }] : []),
      ]}
      value={paymentTerms === null ? USUAL : (preset?.id ?? OWN)}
      onChange={(id) => {
        const chosen = TERMS_PRESETS.find((each) => each.id === id)
        if (id === USUAL) form.setFieldValue('paymentTerms', null)
        else if (chosen) form.setFieldValue('paymentTerms', chosen.terms)
      }}
      allowDeselect={false}
      maxDropdownHeight={320}
      error={form.errors['paymentTerms']}
    />
  )
}
