/** What is sold: free words, or an item of the catalogue that fills the whole line. Enter takes the only item meant, Escape leaves the words free. */
import { Combobox, Textarea, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { catalog } from '../api.tsx'
import type { LineValues } from '../rules/draft-values.ts'
import { soleProposal } from '../rules/sole-proposal.ts'
import { documentTexts } from '../texts-document.ts'
import fieldClasses from './fields.module.css'
import { focusLine } from './focus.tsx'
import classes from './line-row.module.css'
import type { Draft } from './use-draft.tsx'

const PAUSE_MS = 120
const PROPOSED = 6

type Item = Awaited<ReturnType<typeof catalog.list.call>>['rows'][number]
type Props = { draft: Draft; line: LineValues; label: string }

export function LineName({ draft, label, line }: Props) {
  const texts = useTexts(documentTexts)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [asked] = useDebouncedValue(line.name.trim(), PAUSE_MS)
  const { data: items = [] } = useQuery({
    queryKey: [['catalog', 'search'], asked],
    queryFn: async ({ signal }) => (await catalog.list.call({ search: asked, limit: PROPOSED }, { signal })).rows,
    enabled: combobox.dropdownOpened && asked !== '',
    placeholderData: keepPreviousData,
  })
  const shown = line.name.trim() === '' ? [] : items
  // A line already priced keeps what was made of it.
  const meant = line.itemId === null && line.unitPrice === '' ? soleProposal(shown, line.name) : undefined
  const proposed = shown.map(({ id }) => id).join(' ')
  const offer = useEffectEvent((place: number | undefined) => {
    if (place === undefined) combobox.resetSelectedOption()
    else combobox.selectOption(place)
  })
  useEffect(() => {
    if (line.name !== '' && proposed !== '') offer(meant)
  }, [line.name, meant, proposed])
  const take = (id: string) => {
    const item = items.find((each) => each.id === id)
    combobox.closeDropdown()
    if (!item) return
    draft.changeLine(line.key, lineOfItem(item, line, draft.paper?.usualVat))
    focusLine(line.key, 'quantity')
  }
  return (
    <Combobox store={combobox} onOptionSubmit={take} shadow="md" width={380} position="bottom-start">
      {/* With nothing proposed the arrows are the text's: it may stand on several lines. */}
      <Combobox.Target withKeyboardNavigation={combobox.dropdownOpened && shown.length > 0}>
        <Textarea
          variant="unstyled"
          autosize
          minRows={1}
          aria-autocomplete="list"
          classNames={{ input: fieldClasses.words ?? '' }}
          data-field="name"
          aria-label={label}
          placeholder={texts.lineExample}
          autoComplete="off"
          maxLength={200}
          value={line.name}
          error={draft.errorOfLine(line.key, 'name')}
          onChange={(event) => {
            draft.changeLine(line.key, { name: onOneLine(event.currentTarget.value) })
            combobox.openDropdown()
            combobox.resetSelectedOption()
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={shown.length === 0}>
        <Combobox.Options aria-label={texts.itemsFound}>
          {shown.map((item) => (
            <Combobox.Option key={item.id} value={item.id}>
              <span className={classes.item}>
                {item.name}
                <small>
                  <Money value={item.unitPrice} />
                </small>
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** It wraps where it is shown; what is pasted on several lines is still one designation. */
const onOneLine = (text: string): string => text.replaceAll(/\s*[\r\n]+\s*/g, ' ')

/** An item brings its words, unit, price and VAT; abroad or under the franchise, the customer's usual treatment goes before the item's. */
function lineOfItem(item: Item, line: LineValues, usual: { goods: string; service: string } | undefined): Partial<LineValues> {
  const atHome = usual === undefined || usual[item.nature].startsWith('FR_')
  return {
    itemId: item.id,
    name: item.name,
    description: item.description,
    nature: item.nature,
    unit: item.unit,
    unitPrice: item.unitPrice,
    vatCode: atHome ? item.vatCode : (usual?.[item.nature] ?? line.vatCode),
  }
}
