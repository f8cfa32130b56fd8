/** How each series numbers, with the numbers it will give. What is final is shown and cannot be changed. */
import { Group, NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { checkSeriesFormat, renderNumber } from '#invoices/contract'
import { Section } from '#ui/facts'
import { showRefusal } from '#ui/form'
import { useTexts } from '#ui/locale'
import { invoices, type Series } from './api.tsx'
import classes from './numbering-part.module.css'
import { numberingTexts } from './texts-numbering.ts'

type Values = Record<Series['kind'], { pattern: string; firstSequence: number | string }>
type NumberingForm = ReturnType<typeof useForm<Values>>
type Props = { series: readonly Series[]; onSaved: () => void; disabled?: boolean; children: (saving: boolean) => ReactNode }

const OWN = 'own'
const SHOWN_NUMBERS = 3

export function NumberingPart({ series, onSaved, disabled = false, children }: Props) {
  const texts = useTexts(numberingTexts)
  const queries = useQueryClient()
  const [saving, setSaving] = useState(false)
  const valueOf = (kind: Series['kind']) => {
    const { firstSequence = 1, pattern = '' } = series.find((each) => each.kind === kind) ?? {}
    return { pattern, firstSequence }
  }
  const form = useForm<Values>({ initialValues: { invoice: valueOf('invoice'), credit_note: valueOf('credit_note') } })
  const save = async (values: Values) => {
    setSaving(true)
    for (const { final, kind } of series) {
      if (final || !form.isDirty(kind)) continue
      const refusal = await invoices.setNumbering
        .call({ kind, pattern: values[kind].pattern, firstSequence: Number(values[kind].firstSequence) || 1 })
        .then(
          () => undefined,
          (error: unknown) => ({ error }),
        )
      if (refusal) {
        showRefusal(within(form, kind), refusal.error)
        setSaving(false)
        return
      }
    }
    await queries.invalidateQueries({ queryKey: invoices.numbering.key() })
    form.resetDirty()
    setSaving(false)
    onSaved()
  }
  return (
    <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      {series.some(({ final }) => !final) && (
        <p className={classes.warning}>
          <IconAlertTriangle size={16} aria-hidden />
          {texts.warning}
        </p>
      )}
      {series.map((each) => (
        <Section key={each.kind} title={texts.series[each.kind]}>
          {each.final ? <FinalSeries series={each} /> : <SeriesFields kind={each.kind} form={form} disabled={disabled} />}
        </Section>
      ))}
      <Group gap="sm" mt="xl">
        {children(saving)}
      </Group>
    </form>
  )
}

/** The API names the field of one series; here two stand in one form. */
const within = (form: NumberingForm, kind: Series['kind']) => ({
  setErrors: (errors: Record<string, string>) =>
    form.setErrors(Object.fromEntries(Object.entries(errors).map(([field, sentence]) => [`${kind}.${field}`, sentence]))),
  getInputNode: (path: string) => form.getInputNode(`${kind}.${path}`),
})

function FinalSeries({ series }: { series: Series }) {
  const texts = useTexts(numberingTexts)
  return (
    <Stack gap="sm">
      <Numbers numbers={[series.next]} />
      <Group gap={6} c="dimmed" wrap="nowrap">
        <IconLock size={14} aria-hidden />
        <Text>{texts.final}</Text>
      </Group>
    </Stack>
  )
}

function SeriesFields({ kind, form, disabled }: { kind: Series['kind']; form: NumberingForm; disabled: boolean }) {
  const texts = useTexts(numberingTexts)
  const { firstSequence, pattern } = form.values[kind]
  const patterns = usualPatterns(texts.prefix[kind])
  const [own, setOwn] = useState(!patterns.includes(pattern))
  const choose = (chosen: string | null) => {
    setOwn(chosen === OWN)
    if (chosen !== null && chosen !== OWN) form.setFieldValue(`${kind}.pattern`, chosen)
  }
  const options = patterns.map((value) => ({ value, label: numbersOf(value, 1, 1)[0] ?? value }))
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <Select
          label={texts.pattern}
          data={[...options, { value: OWN, label: texts.own }]}
          value={own ? OWN : pattern}
          onChange={choose}
          allowDeselect={false}
          disabled={disabled}
          error={own ? undefined : form.errors[`${kind}.pattern`]}
        />
        <NumberInput
          label={texts.first}
          placeholder="1"
          min={1}
          max={9_999_999}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          disabled={disabled}
          {...form.getInputProps(`${kind}.firstSequence`)}
        />
      </SimpleGrid>
      {own && (
        <TextInput
          label={texts.ownPattern}
          description={texts.ownHint}
          autoComplete="off"
          spellCheck={false}
          disabled={disabled}
          {...form.getInputProps(`${kind}.pattern`)}
        />
      )}
      <div>
        <Text c="dimmed" size="xs" mb={4}>
          {texts.next}
        </Text>
        <Numbers numbers={numbersOf(pattern, Number(firstSequence) || 1, SHOWN_NUMBERS)} />
      </div>
    </Stack>
  )
}

function Numbers({ numbers }: { numbers: readonly string[] }) {
  const texts = useTexts(numberingTexts)
  if (numbers.length === 0) return <Text c="dimmed">{texts.unreadable}</Text>
  return (
    <Group gap="md">
      {numbers.map((number, index) => (
        <Text key={number} {...(index === 0 ? { fw: 600 } : { c: 'dimmed' })}>
          {number}
        </Text>
      ))}
    </Group>
  )
}

const usualPatterns = (prefix: string): readonly string[] => [
  `${prefix}{YYYY}-{00000}`,
  `${prefix}{YYYY}-{0000}`,
  `${prefix}-{YYYY}-{0000}`,
  `${prefix}{YY}{0000}`,
  `${prefix}{00000}`,
]

/** What the pattern would print; nothing while it is not one. */
function numbersOf(pattern: string, first: number, count: number): readonly string[] {
  try {
    checkSeriesFormat({ pattern, restart: 'never' })
    return Array.from({ length: count }, (_, index) => renderNumber(pattern, { year: new Date().getFullYear(), sequence: first + index }))
  } catch {
    return []
  }
}
