/** A country by its name; the value is its ISO code. */
import { Select, type SelectProps } from '@mantine/core'
import { useLocale } from './locale.tsx'
import { countriesIn } from './rules/countries.ts'

export function CountrySelect(props: Omit<SelectProps, 'data'>) {
  const locale = useLocale()
  return <Select {...props} data={countriesIn(locale)} searchable allowDeselect={false} maxDropdownHeight={280} autoComplete="off" />
}
