/** Which columns a person wants in a list, remembered in the browser. */
import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconColumns3 } from '@tabler/icons-react'
import type { Column } from './data-list.tsx'
import { useTexts } from './locale.tsx'
import { uiTexts } from './texts.tsx'

/** `const { columns, menu } = useColumns('invoices', all)`: the columns to show, and the menu to choose them. */
export function useColumns<Row>(list: string, all: readonly Column<Row>[]) {
  const [chosen, setChosen] = useLocalStorage<Record<string, boolean>>({
    key: `encours.columns.${list}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  })
  const isShown = (column: Column<Row>): boolean => !column.optional || (chosen[column.key] ?? !column.hidden)
  const choose = (key: string, shown: boolean) => setChosen({ ...chosen, [key]: shown })
  const optional = all.filter((column) => column.optional)
  const choices = optional.map((column) => ({ key: column.key, title: column.title, shown: isShown(column) }))
  return { columns: all.filter(isShown), menu: <ColumnMenu choices={choices} onChoose={choose} /> }
}

type Choice = { readonly key: string; readonly title: string; readonly shown: boolean }

function ColumnMenu({ choices, onChoose }: { choices: readonly Choice[]; onChoose: (key: string, shown: boolean) => void }) {
  const texts = useTexts(uiTexts)
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" leftSection={<IconColumns3 size={16} aria-hidden />} visibleFrom="sm">
          {texts.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          {choices.map(({ key, title, shown }) => (
            <Checkbox key={key} label={title} checked={shown} onChange={(event) => onChoose(key, event.currentTarget.checked)} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
