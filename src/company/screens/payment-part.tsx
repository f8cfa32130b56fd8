/** Terms and bank account. Saved by a button: a half-typed IBAN is nobody's account. */
import { Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReactNode } from 'react'
import { describeTerms, type PaymentTerms, presetOf, TERMS_PRESETS } from '#terms/contract'
import { useLocale, useTexts } from '#ui/locale'
import { IbanInput } from '#ui/iban-input'
import { useSave } from '#ui/save'
import { type Company, company } from './api.tsx'
import { paymentTexts } from './texts-payment.ts'

type Props = { company: Company; onSaved: () => void; disabled?: boolean; children: (saving: boolean) => ReactNode }

type AccountValues = { paymentTerms: PaymentTerms; iban: string; bic: string; bankName: string }

const OWN = 'own'

export function PaymentPart({ company: before, onSaved, disabled = false, children }: Props) {
  const texts = useTexts(paymentTexts)
  const form = useForm<AccountValues>({
    initialValues: {
      paymentTerms: before.paymentTerms,
      iban: before.iban ?? '',
      bic: before.bic ?? '',
      bankName: before.bankName,
    },
  })
  const { save, saving } = useSave(company.saveTerms.mutationOptions(), { form, refreshes: [company.key()], onSaved })
  const send = ({ paymentTerms, ...account }: typeof form.values) => save({ ...account, paymentTerms: [...paymentTerms] })
  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack gap="lg">
        <TermsSelect
          value={form.values.paymentTerms}
          disabled={disabled}
          error={form.errors['paymentTerms']}
          onChange={(terms) => form.setFieldValue('paymentTerms', terms)}
        />
        <IbanInput label={texts.iban} description={texts.ibanHint} disabled={disabled} {...form.getInputProps('iban')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <TextInput label={texts.bic} autoComplete="off" disabled={disabled} {...form.getInputProps('bic')} />
          <TextInput label={texts.bankName} autoComplete="off" disabled={disabled} {...form.getInputProps('bankName')} />
        </SimpleGrid>
        <Group gap="sm">{children(saving)}</Group>
      </Stack>
    </form>
  )
}

type TermsProps = { value: PaymentTerms; onChange: (terms: PaymentTerms) => void; disabled: boolean; error: ReactNode }

/** The common terms; those of another making are shown in words and kept. */
function TermsSelect({ value, onChange, disabled, error }: TermsProps) {
  const texts = useTexts(paymentTexts)
  const locale = useLocale()
  const label = (terms: PaymentTerms): string => {
    const words = describeTerms(terms, locale)
    return words.charAt(0).toUpperCase() + words.slice(1)
  }
  const chosen = presetOf(value)
  const presets = TERMS_PRESETS.map(({ id, terms }) => ({ value: id, label: label(terms) }))
  return (
    <Select
      label={texts.terms}
      description={texts.termsHint}
      data={chosen ? presets : [...presets, { value: OWN, label: label(value) }]}
      value={chosen?.id ?? OWN}
      onChange={(id) => {
        const preset = TERMS_PRESETS.find((each) => each.id === id)
        if (preset) onChange(preset.terms)
      }}
      allowDeselect={false}
      maxDropdownHeight={320}
      disabled={disabled}
      error={error}
    />
  )
}
