import { Select } from '@mantine/core'
import { useTexts } from '#ui/locale'
import type { LineValues } from '../rules/draft-values.ts'
import { documentTexts } from '../texts-document.ts'
import fieldClasses from './fields.module.css'
import classes from './line-row.module.css'
import type { Draft } from './use-draft.tsx'

type Props = { draft: Draft; line: LineValues; label: string }

/** Rates first, then the cases without VAT; typing « 10 » finds its rate, « auto » the reverse charge. */
export function VatField({ draft, label, line }: Props) {
  const texts = useTexts(documentTexts)
  const chosen = draft.vat.all.find(({ code }) => code === line.vatCode)
  const choices = chosen && !draft.vat.choices.includes(chosen) ? [...draft.vat.choices, chosen] : draft.vat.choices
  const group = (taxed: boolean) =>
    choices.filter((choice) => choice.taxed === taxed).map(({ code, short }) => ({ value: code, label: short }))
  return (
    <Select
      variant="unstyled"
      classNames={{ input: fieldClasses.field ?? '', option: classes.vatOption ?? '' }}
      styles={{ input: { textAlign: 'right', textOverflow: 'ellipsis' } }}
      data-field="vatCode"
      aria-label={label}
      title={chosen?.label}
      data={[
        { group: texts.rates, items: group(true) },
        { group: texts.withoutVat, items: group(false) },
      ]}
      value={line.vatCode}
      onChange={(vatCode) => vatCode !== null && draft.changeLine(line.key, { vatCode })}
      renderOption={({ option }) => choices.find(({ code }) => code === option.value)?.label ?? option.label}
      filter={({ options, search }) => filterChoices(options as never, search, choices) as never}
      error={draft.errorOfLine(line.key, 'vatCode')}
      allowDeselect={false}
      searchable
      selectFirstOptionOnChange
      openOnFocus={false}
      withCheckIcon={false}
      rightSection={null}
      rightSectionWidth={0}
      maxDropdownHeight={320}
      comboboxProps={{ width: 320, position: 'bottom-end', shadow: 'md' }}
    />
  )
}

type Group = { readonly group: string; readonly items: readonly { readonly value: string; readonly label: string }[] }

function filterChoices(groups: readonly Group[], search: string, choices: Draft['vat']['choices']): Group[] {
  const words = search.toLowerCase().replaceAll(/\s/g, '')
  const matches = (code: string): boolean => {
    const choice = choices.find((each) => each.code === code)
    return choice !== undefined && `${choice.short}${choice.label}`.toLowerCase().replaceAll(/\s/g, '').includes(words)
  }
  return groups.map(({ group, items }) => ({ group, items: items.filter(({ value }) => matches(value)) }))
}
