/** The fields that say who the company is, in groups that the guided start and the settings share. */
import { Radio, SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { useForm } from '@mantine/form'
import { identityWarnings, identityWarningTexts } from '#core/identity-warnings'
import { normaliseIdentifier } from '#core/identifiers'
import { CountrySelect } from '#ui/country-select'
import { Warned } from '#ui/field-warning'
import { useTexts } from '#ui/locale'
import { sirenFacts } from '../contract.ts'
import type { IdentityValues } from './identity-values.ts'
import { identityTexts } from './texts-identity.ts'

export type IdentityForm = ReturnType<typeof useForm<IdentityValues>>

const SIREN_DIGITS = 9
const SIRET_DIGITS = 14

/** What looks wrong so far, by field; an identifier still being typed is left in peace. */
export function useIdentityWarnings({ siren, siret, vatNumber }: IdentityValues): Readonly<Record<string, string>> {
  const sentences = useTexts(identityWarningTexts)
  const whole = (typed: string, isWhole: (text: string) => boolean) => {
    const text = normaliseIdentifier(typed)
    return isWhole(text) ? text : null
  }
  const warnings = identityWarnings({
    siren: whole(siren, (text) => text.length === SIREN_DIGITS),
    siret: whole(siret, (text) => text.length === SIRET_DIGITS),
    vatNumber: whole(vatNumber, (text) => text.length > SIREN_DIGITS),
  })
  return Object.fromEntries(warnings.map(({ code, field }) => [field, sentences[code]]))
}

/** A good SIREN fills the VAT number, unless a person wrote another. */
export function SirenFields({ form }: { form: IdentityForm }) {
  const texts = useTexts(identityTexts)
  const warnings = useIdentityWarnings(form.values)
  const { siren, vatNumber } = form.values
  const type = (typed: string) => {
    form.setFieldValue('siren', typed)
    const before = sirenFacts(siren)
    const now = sirenFacts(typed)
    if (now.vatNumber !== null && (vatNumber === '' || vatNumber === before.vatNumber)) form.setFieldValue('vatNumber', now.vatNumber)
  }
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      <Warned sentence={warnings['siren']}>
        <TextInput
          label={texts.siren}
          description={texts.sirenHint}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('siren')}
          onChange={(event) => type(event.currentTarget.value)}
        />
      </Warned>
      <Warned sentence={warnings['vatNumber']}>
        <TextInput label={texts.vatNumber} description={texts.vatNumberHint} autoComplete="off" {...form.getInputProps('vatNumber')} />
      </Warned>
    </SimpleGrid>
  )
}

export function VatRegimeField({ form }: { form: IdentityForm }) {
  const texts = useTexts(identityTexts)
  return (
    <Radio.Group label={texts.vatRegime} {...form.getInputProps('vatRegime')}>
      <Stack gap="sm" mt={4}>
        <Radio value="normal" label={texts.normal} description={texts.normalHint} />
        <Radio value="franchise" label={texts.franchise} description={texts.franchiseHint} />
      </Stack>
    </Radio.Group>
  )
}

/** `brief`: what an invoice cannot do without. */
export function AddressFields({ form, brief = false }: { form: IdentityForm; brief?: boolean }) {
  const texts = useTexts(identityTexts)
  return (
    <Stack gap="md">
      <TextInput label={texts.line1} autoComplete="address-line1" {...form.getInputProps('address.line1')} />
      {!brief && <TextInput label={texts.line2} autoComplete="address-line2" {...form.getInputProps('address.line2')} />}
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
        <TextInput label={texts.postcode} autoComplete="postal-code" {...form.getInputProps('address.postcode')} />
        <TextInput label={texts.city} autoComplete="address-level2" {...form.getInputProps('address.city')} />
        <CountrySelect label={texts.country} {...form.getInputProps('address.country')} />
      </SimpleGrid>
    </Stack>
  )
}
