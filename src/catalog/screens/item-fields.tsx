import { SegmentedControl, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTexts } from '#ui/locale'
import { UnitPriceInput } from '#ui/number-input'
import { UNITS } from '../contract.ts'
import { type Item, vat } from './api.tsx'
import { catalogTexts } from './texts.ts'

export type ItemValues = Pick<Item, 'code' | 'name' | 'description' | 'nature' | 'unit' | 'unitPrice' | 'vatCode'>

export type ItemForm = ReturnType<typeof useForm<ItemValues>>

export const emptyItem = (): ItemValues => ({
  code: '',
  name: '',
  description: '',
  nature: 'service',
  unit: 'C62',
  unitPrice: '',
  vatCode: 'FR_20',
})

export function itemValues({ code, description, name, nature, unit, unitPrice, vatCode }: Item): ItemValues {
  return { code, description, name, nature, unit, unitPrice, vatCode }
}

export function ItemFields({ form }: { form: ItemForm }) {
  const texts = useTexts(catalogTexts)
  const locale = useLocale()
  return (
    <Stack gap="md">
      <TextInput label={texts.designation} autoComplete="off" {...form.getInputProps('name')} />
      <div>
        <SegmentedControl
          fullWidth
          aria-label={texts.nature}
          data={[
            { value: 'service', label: texts.natures.service },
            { value: 'goods', label: texts.natures.goods },
          ]}
          {...form.getInputProps('nature')}
        />
        <Text c="dimmed" size="xs" mt={4}>
          {texts.natureHint}
        </Text>
      </div>
      <SimpleGrid cols={2} spacing="md">
        <UnitPriceInput label={texts.unitPrice} {...form.getInputProps('unitPrice')} />
        <Select
          label={texts.unit}
          data={UNITS.map(({ code, name }) => ({ value: code, label: name[locale] }))}
          searchable
          allowDeselect={false}
          maxDropdownHeight={280}
          {...form.getInputProps('unit')}
        />
      </SimpleGrid>
      <VatField form={form} />
      <TextInput label={texts.code} description={texts.codeHint} autoComplete="off" {...form.getInputProps('code')} />
      <Textarea label={texts.description} description={texts.descriptionHint} autosize minRows={2} {...form.getInputProps('description')} />
    </Stack>
  )
}

/** What a sale in France bears; abroad, the invoice finds its own treatment. */
function VatField({ form }: { form: ItemForm }) {
  const texts = useTexts(catalogTexts)
  const locale = useLocale()
  const treatments = useQuery(vat.treatments.queryOptions({ input: {} }))
  const { nature, vatCode } = form.values
  const offered = (treatments.data?.rows ?? []).filter(
    ({ audience, code, natures }) => code === vatCode || (natures.includes(nature) && (audience === 'anyone' || audience === 'business')),
  )
  return (
    <Select
      label={texts.vatCode}
      data={offered.map(({ code, label }) => ({ value: code, label: label[locale] }))}
      searchable
      allowDeselect={false}
      maxDropdownHeight={280}
      {...form.getInputProps('vatCode')}
    />
  )
}
