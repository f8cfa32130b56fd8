/** Amounts, quantities and rates typed as people write them; the value is always the wire text (`"1234.50"`). */
import { TextInput, type TextInputProps } from '@mantine/core'
import { type FocusEvent, type ReactNode, useState } from 'react'
import { formatDecimal, type Locale } from '#core/text'
import { useLocale, useTexts } from './locale.tsx'
import { isPlainDecimal, readTypedNumber, withTwoDecimals } from './rules/typed-number.ts'
import { uiTexts } from './texts.tsx'

export type WireInputProps = Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  /** Wire text, or what was typed when it could not be read: the contract refuses that, so nothing wrong is saved silently. */
  value?: string
  onChange?: (value: string) => void
}

type NumberKind = {
  readonly places: number
  readonly unit?: ReactNode
  readonly tidy: (text: string) => string
  readonly complaint: string
}

const shown = (value: string, locale: Locale): string => (isPlainDecimal(value) ? formatDecimal(value, locale) : value)

function NumberField({ kind, value = '', onChange, onBlur, onFocus, error, ...rest }: WireInputProps & { kind: NumberKind }) {
  const locale = useLocale()
  const [draft, setDraft] = useState<string>()
  const unread = draft === undefined && value !== '' && !isPlainDecimal(value)
  const type = (typed: string) => {
    setDraft(typed)
    const read = readTypedNumber(typed, kind.places, locale)
    onChange?.(read === undefined ? typed.trim() : kind.tidy(read))
  }
  const leave = (event: FocusEvent<HTMLInputElement>) => {
    setDraft(undefined)
    onBlur?.(event)
  }
  const enter = (event: FocusEvent<HTMLInputElement>) => {
    event.currentTarget.select()
    onFocus?.(event)
  }
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={draft ?? shown(value, locale)}
      error={error ?? (unread ? kind.complaint : undefined)}
      onChange={(event) => type(event.currentTarget.value)}
      onFocus={enter}
      onBlur={leave}
      rightSection={kind.unit}
      rightSectionPointerEvents="none"
      styles={{ input: { textAlign: 'right' } }}
    />
  )
}

const asIs = (text: string): string => text

/** `1 234,5` → `"1234.50"`. */
export function MoneyInput(props: WireInputProps & { currency?: string }) {
  const { currency = 'EUR', ...rest } = props
  const texts = useTexts(uiTexts)
  const unit = currency === 'EUR' ? '€' : currency
  return <NumberField {...rest} kind={{ places: 2, unit, tidy: withTwoDecimals, complaint: texts.notAnAmount }} />
}

/** Up to four decimals, as BR-FR-DEC-02 allows. */
export function QuantityInput({ unit, ...rest }: WireInputProps & { unit?: ReactNode }) {
  const texts = useTexts(uiTexts)
  return <NumberField {...rest} kind={{ places: 4, unit, tidy: asIs, complaint: texts.notANumber }} />
}

/** A unit price: up to six decimals, as BR-FR-DEC-03 allows. */
export function UnitPriceInput(props: WireInputProps) {
  const texts = useTexts(uiTexts)
  return <NumberField {...props} kind={{ places: 6, unit: '€', tidy: asIs, complaint: texts.notAnAmount }} />
}

/** A percentage: `5,5` → `"5.5"`. */
export function RateInput(props: WireInputProps) {
  const texts = useTexts(uiTexts)
  return <NumberField {...props} kind={{ places: 2, unit: '%', tidy: asIs, complaint: texts.notANumber }} />
}
