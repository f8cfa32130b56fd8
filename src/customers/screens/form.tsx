/** The fields of a customer, for a new one and for the card. */
import { Select, SimpleGrid, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import type { useForm } from '@mantine/form'
import { areaOf } from '#core/area'
import { isSiren, normaliseIdentifier, vatNumberOfSiren } from '#core/identifiers'
import { identityWarnings, identityWarningTexts } from '#core/identity-warnings'
import { CountrySelect } from '#ui/country-select'
import { Section } from '#ui/facts'
import { Warned } from '#ui/field-warning'
import { useTexts } from '#ui/locale'
import { kindOfCountry } from '../rules/kind.ts'
import { ContactFields } from './contact-fields.tsx'
import type { CustomerValues, Kind } from './form-values.ts'
import { TermsField } from './terms-field.tsx'
import { customerTexts } from './texts.ts'
import { formTexts } from './texts-form.ts'

export type CustomerForm = ReturnType<typeof useForm<CustomerValues>>
type Props = { form: CustomerForm; warnings?: readonly { readonly field: string; readonly sentence: string }[] }

const NO_WARNING: Required<Props>['warnings'] = []

export function CustomerFields({ form, warnings = NO_WARNING }: Props) {
  return (
    <>
      <IdentitySection form={form} warnings={warnings} />
      <AddressSection form={form} />
      <ContactFields form={form} />
      <BillingSection form={form} warnings={warnings} />
    </>
  )
}

const KINDS: readonly Kind[] = ['company', 'public', 'consumer', 'eu', 'other']
const SIREN_DIGITS = 9
const SIRET_DIGITS = 14

function IdentitySection({ form, warnings }: Required<Props>) {
  const texts = useTexts(formTexts)
  const { kinds } = useTexts(customerTexts)
  const { kind, siren, vatNumber } = form.values
  const said = { ...saidBy(warnings), ...useTypedWarnings(form.values) }
  const typeSiren = (typed: string) => {
    form.setFieldValue('siren', typed)
    const before = vatNumberFor(siren)
    const now = vatNumberFor(typed)
    if (now !== undefined && (vatNumber === '' || vatNumber === before)) form.setFieldValue('vatNumber', now)
  }
  return (
    <Section title={texts.identity}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <TextInput label={texts.name} autoComplete="off" {...form.getInputProps('name')} />
          <Warned sentence={said['kind']}>
            <Select
              label={texts.kind}
              data={KINDS.map((value) => ({ value, label: kinds[value] }))}
              allowDeselect={false}
              {...form.getInputProps('kind')}
            />
          </Warned>
        </SimpleGrid>
        {kind !== 'consumer' && (
          <SimpleGrid cols={{ base: 1, xs: kind === 'company' || kind === 'public' ? 3 : 2 }} spacing="md">
            {(kind === 'company' || kind === 'public') && (
              <>
                <Warned sentence={said['siren']}>
                  <TextInput
                    label={texts.siren}
                    inputMode="numeric"
                    autoComplete="off"
                    {...form.getInputProps('siren')}
                    onChange={(event) => typeSiren(event.currentTarget.value)}
                  />
                </Warned>
                <Warned sentence={said['siret']}>
                  <TextInput label={texts.siret} inputMode="numeric" autoComplete="off" {...form.getInputProps('siret')} />
                </Warned>
              </>
            )}
            <Warned sentence={said['vatNumber']}>
              <TextInput label={texts.vatNumber} autoComplete="off" {...form.getInputProps('vatNumber')} />
            </Warned>
          </SimpleGrid>
        )}
      </Stack>
    </Section>
  )
}

function vatNumberFor(typed: string): string | undefined {
  const siren = normaliseIdentifier(typed)
  return isSiren(siren) ? vatNumberOfSiren(siren) : undefined
}

const saidBy = (warnings: Required<Props>['warnings']): Readonly<Record<string, string>> =>
  Object.fromEntries(warnings.map(({ field, sentence }) => [field, sentence]))

/** What the identifiers say while they are typed; one still too short is left in peace. */
function useTypedWarnings({ siren, siret, vatNumber }: CustomerValues): Readonly<Record<string, string | undefined>> {
  const sentences = useTexts(identityWarningTexts)
  const whole = (typed: string, digits: number) => {
    const text = normaliseIdentifier(typed)
    return text.length >= digits ? text : null
  }
  const identity = { siren: whole(siren, SIREN_DIGITS), siret: whole(siret, SIRET_DIGITS), vatNumber: whole(vatNumber, SIREN_DIGITS) }
  return Object.fromEntries(identityWarnings(identity).map(({ code, field }) => [field, sentences[code]]))
}

/** Moving a business abroad makes it another kind of customer; a consumer stays one. */
function useCountryChange(form: CustomerForm) {
  return (country: string | null) => {
    if (country === null) return
    form.setFieldValue('address.country', country)
    const { kind } = form.values
    const stays = kind === 'consumer' || (kind === 'public' && areaOf(country) === 'home')
    if (!stays) form.setFieldValue('kind', kindOfCountry(country))
  }
}

function AddressSection({ form }: { form: CustomerForm }) {
  const texts = useTexts(formTexts)
  const changeCountry = useCountryChange(form)
  return (
    <Section title={texts.address}>
      <Stack gap="md">
        <AddressFields form={form} path="address" onCountry={changeCountry} />
        <Switch label={texts.elsewhere} {...form.getInputProps('deliversElsewhere', { type: 'checkbox' })} />
        {form.values.deliversElsewhere && (
          <AddressFields
            form={form}
            path="deliveryAddress"
            onCountry={(country) => country !== null && form.setFieldValue('deliveryAddress.country', country)}
          />
        )}
      </Stack>
    </Section>
  )
}

type AddressProps = { form: CustomerForm; path: 'address' | 'deliveryAddress'; onCountry: (country: string | null) => void }

function AddressFields({ form, path, onCountry }: AddressProps) {
  const texts = useTexts(formTexts)
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput label={texts.line1} autoComplete="off" {...form.getInputProps(`${path}.line1`)} />
        <TextInput label={texts.line2} autoComplete="off" {...form.getInputProps(`${path}.line2`)} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
        <TextInput label={texts.postcode} autoComplete="off" {...form.getInputProps(`${path}.postcode`)} />
        <TextInput label={texts.city} autoComplete="off" {...form.getInputProps(`${path}.city`)} />
        <CountrySelect label={texts.country} {...form.getInputProps(`${path}.country`)} onChange={onCountry} />
      </SimpleGrid>
    </>
  )
}

function BillingSection({ form, warnings }: Required<Props>) {
  const texts = useTexts(formTexts)
  return (
    <Section title={texts.billing}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <Warned sentence={saidBy(warnings)['paymentTerms']}>
            <TermsField form={form} />
          </Warned>
          <Select
            label={texts.language}
            data={[
              { value: 'fr', label: texts.french },
              { value: 'en', label: texts.english },
            ]}
            allowDeselect={false}
            {...form.getInputProps('language')}
          />
          <TextInput label={texts.eAddress} placeholder={texts.eAddressHint} autoComplete="off" {...form.getInputProps('eAddress')} />
          <TextInput
            label={texts.buyerReference}
            placeholder={texts.buyerReferenceHint}
            autoComplete="off"
            {...form.getInputProps('buyerReference')}
          />
        </SimpleGrid>
        <Textarea label={texts.notes} description={texts.notesHint} autosize minRows={2} {...form.getInputProps('notes')} />
      </Stack>
    </Section>
  )
}
