/** The bank: statements come in by drop or button, what is certain settles by itself, the rest is decided here, one line after the other. */
import { Button, FileButton, Popover, Radio, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconCircleCheck, IconFileImport } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { DropArea } from '#ui/drop-area'
import { FilterBar } from '#ui/filter-chip'
import { usePageKeys } from '#ui/keys'
import { useTexts } from '#ui/locale'
import { notifyDone, undoOffer } from '#ui/notify'
import { PageHeader } from '#ui/page-header'
import { keysetPages, listData } from '#ui/pages'
import { useSave } from '#ui/save'
import { SearchField } from '#ui/search-field'
import { useCan } from '#ui/session'
import { EmptyState, LoadingSkeleton, RefusedState } from '#ui/states'
import { ViewTabs } from '#ui/view-tabs'
import { AccountDialog } from './account-dialog.tsx'
import { AccountsStrip } from './accounts-strip.tsx'
import { banking, type LineState, reconciliation, touchedByMatching } from './api.tsx'
import { CsvMappingDialog } from './csv-mapping.tsx'
import { Desk } from './desk.tsx'
import { ImportResult } from './import-result.tsx'
import { ImportsUnderWay } from './import-under-way.tsx'
import { ImportedStatements } from './imported-statements.tsx'
import { bankRoute } from './routes.tsx'
import { bankTexts } from './texts.ts'
import { useImport } from './use-import.tsx'

const STATES = ['to_do', 'matched', 'set_aside', 'out'] as const
const isState = (view: string | undefined): view is LineState => STATES.some((state) => state === view)

/** Below this width the columns stand one after the other. */
const PHONE = '(max-width: 48em)'

type Search = { view?: string; q?: string; panel?: string; account?: string }

export function BankPage() {
  const texts = useTexts(bankTexts)
  const search = bankRoute.useSearch()
  const view = isState(search.view) ? search.view : 'to_do'
  const navigate = bankRoute.useNavigate()
  const change = (changes: { [Name in keyof Search]: Search[Name] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true, resetScroll: false })
  const mayWrite = useCan('reconciliation:write')
  const summary = useQuery(reconciliation.summary.queryOptions())
  const accounts = useQuery(banking.accounts.queryOptions())
  const filter = {
    state: view,
    ...(search.q !== undefined && { search: search.q }),
    ...(search.account !== undefined && { accountId: search.account }),
  }
  const query = useInfiniteQuery(
    reconciliation.worklist.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filter, ...(cursor !== undefined && { cursor }) }),
      ...keysetPages,
    }),
  )
  const data = listData(query)
  const work = useImport(() => change({ view: undefined, panel: undefined, q: undefined }))
  const known = accounts.data?.accounts ?? []
  const takenBack = () => {
    work.closeResult()
    // The account and the open line may have gone with the file.
    change({ account: undefined, panel: undefined })
  }
  const states = summary.data?.states
  const countOf = (state: LineState) => states?.find((each) => each.state === state)
  const phone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false }) ?? false
  // On a phone an open line has the whole page.
  const alone = phone && search.panel !== undefined
  const viewOf = (state: LineState) => ({
    value: state,
    label: texts.views[state],
    count: countOf(state)?.count ?? 0,
    sum: countOf(state)?.amount ?? '0.00',
  })
  const nothingYet = states !== undefined && states.every(({ count }) => count === 0)

  return (
    <DropArea words={texts.dropHere} onFiles={([file]) => work.send(file ?? null)}>
      {!alone && (
        <PageHeader
          title={texts.title}
          summary={states && !nothingYet && texts.toDo(countOf('to_do')?.count ?? 0)}
          actions={
            mayWrite && (
              <>
                <Options automatic={summary.data?.automatic ?? 'numbered'} />
                {known.length > 0 && <ImportedStatements onTakenBack={takenBack} />}
                {!nothingYet && <ImportButton busy={work.busy} onFile={work.send} />}
              </>
            )
          }
        />
      )}
      {!alone && <ImportsUnderWay work={work} />}
      {work.result && !alone && <ImportResult result={work.result} onClose={work.closeResult} onTakenBack={takenBack} />}
      {work.guess && <CsvMappingDialog key={work.fileName} guess={work.guess} fileName={work.fileName} accounts={known} work={work} />}
      {work.asked && <AccountDialog key={work.fileName} asked={work.asked} fileName={work.fileName} accounts={known} work={work} />}
      {nothingYet ? (
        <FirstStatement busy={work.busy} onFile={work.send} mayWrite={mayWrite} />
      ) : (
        <>
          {!alone && (
            <>
              <AccountsStrip accounts={known} chosen={search.account} onChoose={(account) => change({ account, panel: undefined })} />
              <ViewTabs
                summed
                views={STATES.map(viewOf)}
                value={view}
                onChange={(next) => change({ view: next === 'to_do' ? undefined : next, panel: undefined })}
              />
              <FilterBar>
                <SearchField label={texts.search} value={search.q} onChange={(q) => change({ q, panel: undefined })} />
              </FilterBar>
            </>
          )}
          <Lines
            phone={phone}
            view={view}
            data={data}
            panel={search.panel}
            searched={search.q !== undefined}
            onOpen={(panel) => change({ panel })}
          />
        </>
      )}
    </DropArea>
  )
}

type LinesProps = {
  phone: boolean
  view: LineState
  data: ReturnType<typeof listData<Awaited<ReturnType<typeof reconciliation.line.call>>>>
  panel: string | undefined
  searched: boolean
  onOpen: (id: string | undefined) => void
}

function Lines({ phone, view, data, panel, searched, onOpen: tellOpen }: LinesProps) {
  const texts = useTexts(bankTexts)
  const { rows } = data
  const onOpen = (id: string | undefined) => {
    // On a phone one page takes the place of another: it begins at its top.
    if (phone) window.scrollTo(0, 0)
    tellOpen(id)
  }
  // A line reached from elsewhere may stand on a later page, or in another state by now.
  const linked = useQuery(
    reconciliation.line.queryOptions({
      input: { lineId: panel ?? '' },
      enabled: panel !== undefined && !rows.some(({ id }) => id === panel),
    }),
  )
  const open = rows.find(({ id }) => id === panel) ?? (linked.data?.id === panel ? linked.data : undefined) ?? (phone ? undefined : rows[0])
  const next = useRef<string | undefined>(undefined)
  const lastDone = useRef<string | undefined>(undefined)
  const undo = useSave(reconciliation.undo.mutationOptions(), { refreshes: touchedByMatching, onSaved: ({ id }) => onOpen(id) })
  const place = rows.findIndex(({ id }) => id === open?.id)
  const move = (step: number) => {
    const row = rows[Math.min(Math.max(place + step, 0), rows.length - 1)]
    if (row) onOpen(row.id)
  }
  usePageKeys([
    { key: 'ArrowDown', label: texts.keyNext, run: () => move(1) },
    { key: 'ArrowUp', label: texts.keyBefore, run: () => move(-1) },
    ...(phone ? [{ key: 'Escape', label: texts.keyClose, run: () => onOpen(undefined) }] : []),
    ...(view === 'to_do'
      ? [{ key: 'u', label: texts.keyUndo, run: () => lastDone.current !== undefined && undo.save({ lineId: lastDone.current }) }]
      : []),
  ])
  if (data.loading) return <LoadingSkeleton shape="list" rows={8} />
  if (data.error && rows.length === 0) return <RefusedState error={data.error} onRetry={data.retry} />
  if (rows.length === 0 && !open) {
    return view === 'to_do' && !searched ? <AllDone /> : <EmptyState sentence={texts.nothingHere[view]} />
  }
  const act = () => {
    next.current = rows[place + 1]?.id ?? rows[place - 1]?.id
    lastDone.current = open?.id
  }
  const done = (sentence: string, undoable: boolean) => {
    onOpen(next.current)
    const lineId = lastDone.current
    notifyDone(sentence, undoable && lineId !== undefined ? undoOffer(() => undo.save({ lineId })) : undefined)
  }
  return <Desk lines={rows} open={open} phone={phone} more={data.more} onOpen={onOpen} onAct={act} onDone={done} />
}

function AllDone() {
  const texts = useTexts(bankTexts)
  return (
    <Stack align="center" gap="md" py={64}>
      <IconCircleCheck size={40} stroke={1.5} color="var(--paid)" aria-hidden />
      <Text ta="center">{texts.allDone}</Text>
    </Stack>
  )
}

const ACCEPTED =
  '.xml,.csv,.txt,.052,.053,.054,.120,.240,.940,.942,.cfonb,.mt940,.mt942,.sta,.ofx,.qfx,.qif,.xlsx,.zip,text/csv,text/plain,application/xml,text/xml'

function ImportButton({ busy, onFile }: { busy: boolean; onFile: (file: File | null) => void }) {
  const texts = useTexts(bankTexts)
  return (
    <FileButton accept={ACCEPTED} onChange={onFile} inputProps={{ 'aria-label': texts.import }}>
      {(props) => (
        <Button {...props} loading={busy} leftSection={<IconFileImport size={16} stroke={1.5} aria-hidden />}>
          {texts.import}
        </Button>
      )}
    </FileButton>
  )
}

function FirstStatement({ busy, mayWrite, onFile }: { busy: boolean; mayWrite: boolean; onFile: (file: File | null) => void }) {
  const texts = useTexts(bankTexts)
  return (
    <EmptyState
      icon={IconFileImport}
      sentence={texts.first}
      action={mayWrite && <ImportButton busy={busy} onFile={onFile} />}
      example={
        <Text c="dimmed" size="xs" ta="center">
          {texts.formats}
        </Text>
      }
    />
  )
}

const HOW_FAR = ['off', 'numbered', 'clear'] as const
type HowFar = (typeof HOW_FAR)[number]

function Options({ automatic }: { automatic: HowFar }) {
  const texts = useTexts(bankTexts)
  const { save, saving } = useSave(reconciliation.saveSettings.mutationOptions(), { refreshes: [reconciliation.key()] })
  return (
    <Popover width={340} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.5} aria-hidden />}>
          {texts.options}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Radio.Group label={texts.howFar} description={texts.howFarWhy} value={automatic} onChange={(value) => save({ automatic: value })}>
          <Stack gap="sm" mt="sm">
            {HOW_FAR.map((value) => (
              <Radio
                key={value}
                value={value}
                disabled={saving}
                label={texts.howFarChoices[value][0]}
                description={texts.howFarChoices[value][1]}
              />
            ))}
          </Stack>
        </Radio.Group>
      </Popover.Dropdown>
    </Popover>
  )
}
