/** Rates first, then the cases without VAT; typing « 10 » finds its rate, « auto » the reverse charge, and leaving the field takes it. */
import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTexts } from '#ui/locale'
import { comboboxRole } from '#ui/search-combobox'
import type { LineValues } from '../rules/draft-values.ts'
import { matchingVat } from '../rules/matching-vat.ts'
import { documentTexts } from '../texts-document.ts'
import fieldClasses from './fields.module.css'
import classes from './line-row.module.css'
import type { Draft } from './use-draft.tsx'

type Props = { draft: Draft; line: LineValues; label: string }

export function VatField({ draft, label, line }: Props) {
  const texts = useTexts(documentTexts)
  const [typed, setTyped] = useState<string>()
  const combobox = useCombobox()
  const chosen = draft.vat.all.find(({ code }) => code === line.vatCode)
  const matching = matchingVat(draft.vat.choices, typed ?? '')
  const chooseFirst = useEffectEvent(() => combobox.selectFirstOption())
  useEffect(() => {
    if (typed !== undefined) chooseFirst()
  }, [typed])
  const take = (vatCode: string) => {
    draft.changeLine(line.key, { vatCode })
    setTyped(undefined)
    combobox.closeDropdown()
  }
  const leave = () => {
    const [first] = matching
    if (typed !== undefined && typed.trim() !== '' && first) take(first.code)
    setTyped(undefined)
    combobox.closeDropdown()
  }
  const group = (taxed: boolean) => matching.filter((choice) => choice.taxed === taxed)
  return (
    <Combobox store={combobox} onOptionSubmit={take} shadow="md" width={320} position="bottom-end">
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...comboboxRole}
          variant="unstyled"
          classNames={{ input: fieldClasses.field ?? '' }}
          styles={{ input: { textAlign: 'right', textOverflow: 'ellipsis' } }}
          data-field="vatCode"
          aria-label={label}
          title={chosen?.label}
          autoComplete="off"
          value={typed ?? chosen?.short ?? ''}
          error={draft.errorOfLine(line.key, 'vatCode')}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => combobox.openDropdown()}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onBlur={leave}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={matching.length === 0}>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
          {[true, false].map((taxed) => (
            <Combobox.Group key={String(taxed)} label={taxed ? texts.rates : texts.withoutVat}>
              {group(taxed).map((choice) => (
                <Combobox.Option
                  key={choice.code}
                  value={choice.code}
                  active={choice.code === line.vatCode}
                  className={classes.vatOption ?? ''}
                >
                  {choice.label}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
