import { Autocomplete, Select, SimpleGrid, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { Section } from '#ui/facts'
import { Warned } from '#ui/field-warning'
import { showRefusal } from '#ui/form'
import { useTexts } from '#ui/locale'
import { MoneyInput } from '#ui/number-input'
import { SaveState, useAutosave } from '#ui/save'
import { useCan } from '#ui/session'
import { SettingsFrame } from '#ui/settings-frame'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { type Company, company, people, useCompany } from './api.tsx'
import { AddressFields, type IdentityForm, SirenFields, useIdentityWarnings, VatRegimeField } from './identity-fields.tsx'
import { identityInput, identityValues, type IdentityValues } from './identity-values.ts'
import { identityTexts } from './texts-identity.ts'

const LEGAL_FORMS = ['EI', 'EURL', 'SARL', 'SAS', 'SASU', 'SA', 'SNC', 'SCOP', 'SCI', 'SELARL', 'Association']

/** Who the company is: saves by itself. */
export function IdentityPage() {
  const found = useCompany()
  if (found.isPending) return <LoadingSkeleton shape="form" />
  if (found.isError) return <RefusedState error={found.error} onRetry={() => void found.refetch()} />
  return <IdentitySettings company={found.data} />
}

function IdentitySettings({ company: before }: { company: Company }) {
  const texts = useTexts(identityTexts)
  const mayChange = useCan('company:write')
  const form = useForm<IdentityValues>({ initialValues: identityValues(before) })
  const progress = useSavedIdentity(form, before)
  return (
    <SettingsFrame title={texts.title} summary={texts.summary} actions={<SaveState progress={progress} />}>
      <fieldset disabled={!mayChange} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <IdentitySection form={form} />
        <Section title={texts.vat}>
          <Stack gap="md">
            <VatRegimeField form={form} />
            {form.values.vatRegime === 'normal' && (
              <Switch
                label={texts.vatOnDebits}
                description={texts.vatOnDebitsHint}
                {...form.getInputProps('vatOnDebits', { type: 'checkbox' })}
              />
            )}
          </Stack>
        </Section>
        <Section title={texts.address}>
          <AddressFields form={form} />
        </Section>
        <ContactSection form={form} />
        <DocumentsSection form={form} />
      </fieldset>
    </SettingsFrame>
  )
}

/** Keeps the version that the last save gave, so that a colleague's change is never overwritten. */
function useSavedIdentity(form: IdentityForm, before: Company) {
  const queries = useQueryClient()
  const known = useRef({ version: before.version, name: before.name })
  const save = async (values: IdentityValues) => {
    const saved = await company.save.call({ ...identityInput(values), version: known.current.version })
    queries.setQueryData(company.get.queryKey(), saved)
    // The name also stands in the company switcher.
    if (saved.name !== known.current.name) await queries.invalidateQueries({ queryKey: people.me.key() })
    known.current = saved
  }
  return useAutosave(form.values, save, (error) => showRefusal(form, error))
}

function IdentitySection({ form }: { form: IdentityForm }) {
  const texts = useTexts(identityTexts)
  const warnings = useIdentityWarnings(form.values)
  return (
    <Section title={texts.identity}>
      <Stack gap="md">
        <TextInput label={texts.name} autoComplete="organization" {...form.getInputProps('name')} />
        <SirenFields form={form} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <Warned sentence={warnings['siret']}>
            <TextInput label={texts.siret} inputMode="numeric" autoComplete="off" {...form.getInputProps('siret')} />
          </Warned>
          <TextInput label={texts.rcsCity} autoComplete="off" {...form.getInputProps('rcsCity')} />
          <Autocomplete label={texts.legalForm} data={LEGAL_FORMS} {...form.getInputProps('legalForm')} />
          <MoneyInput label={texts.shareCapital} {...form.getInputProps('shareCapital')} />
        </SimpleGrid>
      </Stack>
    </Section>
  )
}

function ContactSection({ form }: { form: IdentityForm }) {
  const texts = useTexts(identityTexts)
  return (
    <Section title={texts.contact}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
        <TextInput type="email" label={texts.email} autoComplete="email" {...form.getInputProps('email')} />
        <TextInput type="tel" label={texts.phone} autoComplete="tel" {...form.getInputProps('phone')} />
        <TextInput label={texts.website} autoComplete="url" {...form.getInputProps('website')} />
      </SimpleGrid>
    </Section>
  )
}

function DocumentsSection({ form }: { form: IdentityForm }) {
  const texts = useTexts(identityTexts)
  return (
    <Section title={texts.documents}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
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
        </SimpleGrid>
        <Textarea label={texts.footerNote} description={texts.footerNoteHint} autosize minRows={2} {...form.getInputProps('footerNote')} />
      </Stack>
    </Section>
  )
}
