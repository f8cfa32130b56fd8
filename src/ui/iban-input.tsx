/** An IBAN, grouped by four as on paper, its check digits verified; the value is without spaces. */
import { TextInput } from '@mantine/core'
import { isValidIBAN } from 'ibantools'
import { useState } from 'react'
import { useTexts } from './locale.tsx'
import type { WireInputProps } from './number-input.tsx'
import { uiTexts } from './texts.tsx'

const bare = (typed: string): string => typed.replaceAll(/[^a-z0-9]/gi, '').toUpperCase()
const grouped = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/g, '$1 ')

export function IbanInput({ value = '', onChange, error, onBlur, ...rest }: WireInputProps) {
  const texts = useTexts(uiTexts)
  const [left, setLeft] = useState(false)
  const wrong = left && value !== '' && !isValidIBAN(value)
  return (
    <TextInput
      placeholder={texts.ibanPlaceholder}
      {...rest}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      value={grouped(value)}
      error={error ?? (wrong ? texts.notAnIban : undefined)}
      onChange={(event) => {
        setLeft(false)
        onChange?.(bare(event.currentTarget.value))
      }}
      onBlur={(event) => {
        setLeft(true)
        onBlur?.(event)
      }}
    />
  )
}
