/** Looks for one thing among many, by typing: what the server finds, and at the end what could be created under these words. */
import { Combobox, Loader, Text, TextInput, type TextInputProps, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTexts } from './locale.tsx'
import classes from './search-combobox.module.css'
import { uiTexts } from './texts.tsx'

const PAUSE_MS = 120
const CREATE = 'create'

export type SearchComboboxProps<Found> = Pick<TextInputProps, 'label' | 'aria-label' | 'placeholder' | 'error' | 'disabled'> & {
  /** Names the results in the cache, for example `['customers', 'search']`. */
  queryKey: readonly unknown[]
  search: (typed: string, signal: AbortSignal) => Promise<readonly Found[]>
  idOf: (found: Found) => string
  render: (found: Found) => ReactNode
  onChoose: (found: Found) => void
  /** What the last option says, and what it does, with the words typed. */
  create?: { readonly label: (typed: string) => string; readonly run: (typed: string) => void }
  inputRef?: (node: HTMLInputElement | null) => void
  /** In a dialog: the field the cursor goes to. */
  'data-autofocus'?: boolean
}

/** An input that opens a list of proposals; `Combobox.Target` adds what the role demands. */
export const comboboxRole = { role: 'combobox' } as const

/** Enter takes the first proposal to what is typed, once it is known: a known name is never created a second time in haste. Arrows go further. */
export function SearchCombobox<Found>(props: SearchComboboxProps<Found>) {
  const { queryKey, search, idOf, render, onChoose, create, inputRef, ...input } = props
  const texts = useTexts(uiTexts)
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const found = useQuery({
    queryKey: [...queryKey, asked],
    queryFn: ({ signal }) => search(asked, signal),
    enabled: combobox.dropdownOpened,
    placeholderData: keepPreviousData,
  })
  const rows = found.data ?? []
  const creates = create !== undefined && typed.trim() !== ''
  const answered = asked === typed.trim() && found.isSuccess && !found.isPlaceholderData
  const proposals = combobox.dropdownOpened && answered ? `${asked} ${rows.map(idOf).join(' ')} ${creates}` : undefined
  const hasty = useRef(false)
  const offer = useEffectEvent((known: boolean) => {
    if (!known) return combobox.resetSelectedOption()
    combobox.selectFirstOption()
    if (hasty.current) combobox.clickSelectedOption()
    hasty.current = false
    return undefined
  })
  useEffect(() => offer(proposals !== undefined), [proposals])
  /** Enter before the answer waits for it. */
  const wait = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !combobox.dropdownOpened || answered) return
    event.preventDefault()
    hasty.current = true
  }
  const choose = (value: string) => {
    combobox.closeDropdown()
    const row = rows.find((each) => idOf(each) === value)
    if (value === CREATE) create?.run(typed.trim())
    else if (row) onChoose(row)
    setTyped('')
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose} shadow="md">
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...input}
          {...comboboxRole}
          ref={inputRef}
          value={typed}
          autoComplete="off"
          onChange={(event) => {
            hasty.current = false
            setTyped(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onKeyDown={wait}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            hasty.current = false
            combobox.closeDropdown()
          }}
          leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
          rightSection={found.isFetching && <Loader size={16} aria-label={texts.searchRunning} />}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className={classes.options ?? ''} aria-label={texts.results}>
          {rows.map((row) => (
            <Combobox.Option key={idOf(row)} value={idOf(row)}>
              {render(row)}
            </Combobox.Option>
          ))}
          {creates && (
            <Combobox.Option value={CREATE} className={classes.create ?? ''}>
              <IconPlus size={16} stroke={1.5} aria-hidden />
              <Text span>{create.label(typed.trim())}</Text>
            </Combobox.Option>
          )}
          {rows.length === 0 && !creates && <Combobox.Empty>{found.isFetching ? texts.searchRunning : texts.searchNothing}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
