import { Spotlight, createSpotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.css'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTexts } from '../locale.tsx'
import classes from './palette-dialog.module.css'
import { closePalette, type PaletteEntry, type PaletteSearch, usePaletteOpened } from '../palette.tsx'
import { uiTexts } from '../texts.tsx'

/** Time between letters after which the server is asked. */
const PAUSE_MS = 150
const SHORTEST_SEARCH = 2

const [store, spotlight] = createSpotlight()

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()

const matches = (query: string) => (entry: PaletteEntry) =>
  folded(`${entry.label} ${entry.description ?? ''} ${entry.words ?? ''}`).includes(folded(query.trim()))

export function PaletteDialog({ pages, search }: { pages: readonly PaletteEntry[]; search: PaletteSearch | undefined }) {
  const texts = useTexts(uiTexts)
  const opened = usePaletteOpened()
  const [query, setQuery] = useState('')
  const found = useServerSearch(query, search)
  useEffect(() => (opened ? spotlight.open() : spotlight.close()), [opened])
  const groups = [
    { label: texts.results, entries: found.entries },
    { label: texts.pages, entries: pages.filter(matches(query)) },
  ].filter(({ entries }) => entries.length > 0)
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={closePalette}
      shortcut={null}
      scrollable
      maxHeight={440}
      centered={false}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      title={texts.searchOrAct}
      styles={{ header: { display: 'none' } }}
      classNames={{ actionsGroup: classes.group ?? '', action: classes.action ?? '' }}
    >
      <Spotlight.Search
        placeholder={texts.searchPlaceholder}
        aria-label={texts.searchOrAct}
        leftSection={<IconSearch size={18} stroke={1.5} />}
      />
      <Spotlight.ActionsList>
        {groups.map(({ label, entries }) => (
          <Spotlight.ActionsGroup key={label} label={label}>
            {entries.map((entry) => (
              <PaletteLine key={entry.id} entry={entry} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && <Spotlight.Empty>{found.searching ? texts.searchRunning : texts.searchNothing}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function PaletteLine({ entry }: { entry: PaletteEntry }) {
  const router = useRouter()
  const Shown = entry.icon
  const go = () => {
    if (entry.href) void router.navigate({ href: entry.href })
    entry.run?.()
  }
  return (
    <Spotlight.Action
      label={entry.label}
      {...(entry.description !== undefined && { description: entry.description })}
      leftSection={Shown && <Shown size={18} stroke={1.5} aria-hidden />}
      onClick={go}
    />
  )
}

function useServerSearch(query: string, search: PaletteSearch | undefined) {
  const [settled] = useDebouncedValue(query.trim(), PAUSE_MS)
  const wanted = search !== undefined && settled.length >= SHORTEST_SEARCH
  const answer = useQuery({
    queryKey: ['palette', settled],
    queryFn: async ({ signal }) => (search ? await search(settled, signal) : []),
    enabled: wanted,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
  return { entries: wanted ? (answer.data ?? []) : [], searching: wanted && answer.isFetching }
}
