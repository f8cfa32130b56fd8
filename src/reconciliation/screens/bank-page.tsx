/** The bank: statements come in by drop or button, what is certain settles by itself, the rest is decided here, one line after the other. */
import { Button, FileButton, Popover, Radio, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconCircleCheck, IconFileImport, IconListCheck } from '@tabler/icons-react'
import { useIsMutating, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { DropArea } from '#ui/drop-area'
import { FilterBar } from '#ui/filter-chip'
import { usePageKeys } from '#ui/keys'
import { useTexts } from '#ui/locale'
import { notifyDone, undoOffer } from '#ui/notify'
import { PageHeader } from '#ui/page-header'
import { useSave } from '#ui/save'
import { SearchField } from '#ui/search-field'
import { useCan } from '#ui/session'
import { EmptyState, LoadingSkeleton, RefusedState } from '#ui/states'
import { ViewTabs } from '#ui/view-tabs'
import { AccountDialog } from './account-dialog.tsx'
import { AccountsStrip } from './accounts-strip.tsx'
import { banking, type LineView, reconciliation, touchedByMatching, type WorkLine } from './api.tsx'
import { CsvMappingDialog } from './csv-mapping.tsx'
import { Desk } from './desk.tsx'
import { ImportResult } from './import-result.tsx'
import { ImportsUnderWay } from './import-under-way.tsx'
import { ImportedStatements } from './imported-statements.tsx'
import { bankRoute } from './routes.tsx'
import { Strips } from './strips.tsx'
import { bankTexts } from './texts.ts'
import { certainKey } from './use-certain.tsx'
import { operationTexts } from './texts-operations.ts'
import { useImport } from './use-import.tsx'
import { linesKey, useLines } from './use-lines.tsx'
import { useRefreshAtRest } from './use-rest.tsx'
import { waitingTexts } from './waiting-texts.ts'

const VIEWS = ['to_do', 'asked_of_me', 'on_hold', 'matched', 'set_aside', 'out'] as const
const isView = (view: string | undefined): view is LineView => VIEWS.some((known) => known === view)

/** Read again when the hand rests. */
const AT_REST = [linesKey, certainKey]

/** Below this width the columns stand one after the other. */
const PHONE = '(max-width: 48em)'

type Search = { view?: string; q?: string; panel?: string; account?: string }

export function BankPage() {
  const texts = useTexts(bankTexts)
  const search = bankRoute.useSearch()
  const waiting = useTexts(waitingTexts)
  const view = isView(search.view) ? search.view : 'to_do'
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
  const data = useLines(filter)
  useRefreshAtRest(summary.dataUpdatedAt, AT_REST)
  const queries = useQueryClient()
  const readAgain = () => {
    for (const queryKey of AT_REST) void queries.invalidateQueries({ queryKey })
  }
  const work = useImport(() => {
    readAgain()
    change({ view: undefined, panel: undefined, q: undefined })
  })
  const known = accounts.data?.accounts ?? []
  const takenBack = () => {
    work.closeResult()
    // The account and the open line may have gone with the file.
    change({ account: undefined, panel: undefined })
    readAgain()
  }
  const states = summary.data?.states
  const countOf = (each: LineView) => (each === 'asked_of_me' ? summary.data?.asked : states?.find(({ state }) => state === each))
  const phone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false }) ?? false
  // On a phone an open line has the whole page.
  const alone = phone && search.panel !== undefined
  const labels = { ...texts.views, on_hold: waiting.onHold, asked_of_me: waiting.asked }
  const viewOf = (each: LineView) => ({
    value: each,
    label: labels[each],
    count: countOf(each)?.count ?? 0,
    sum: countOf(each)?.amount ?? '0.00',
  })
  // Questions show where there are some.
  const views = VIEWS.filter((each) => each !== 'asked_of_me' || view === each || (countOf(each)?.count ?? 0) > 0)
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
                <RulesLink />
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
                views={views.map(viewOf)}
                value={view}
                onChange={(next) => change({ view: next === 'to_do' ? undefined : next, panel: undefined })}
              />
              {view === 'to_do' && <Strips invitation={summary.data?.invitation ?? null} />}
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
  view: LineView
  data: ReturnType<typeof useLines>
  panel: string | undefined
  searched: boolean
  onOpen: (id: string | undefined) => void
}

function Lines({ phone, view, data, panel, searched, onOpen: tellOpen }: LinesProps) {
  const texts = useTexts(bankTexts)
  const waiting = useTexts(waitingTexts)
  const { rows } = data
  const onOpen = (id: string | undefined) => {
    // On a phone one page takes the place of another: it begins at its top.
    if (phone) window.scrollTo(0, 0)
    tellOpen(id)
  }
  const open = useOpenLine(panel ?? (phone ? undefined : rows[0]?.id), rows)
  const next = useRef<string | undefined>(undefined)
  const lastDone = useRef<string | undefined>(undefined)
  const undo = useSave(reconciliation.undo.mutationOptions(), { refreshes: touchedByMatching, onSaved: ({ id }) => onOpen(id) })
  const place = rows.findIndex(({ id }) => id === open?.id)
  const move = (step: number) => {
    const row = rows[Math.min(Math.max(place + step, 0), rows.length - 1)]
    if (row) onOpen(row.id)
    if (place + step >= rows.length && !data.more?.loading) data.more?.load()
  }
  usePageKeys([
    { key: 'ArrowDown', label: texts.keyNext, run: () => move(1) },
    { key: 'ArrowUp', label: texts.keyBefore, run: () => move(-1) },
    ...(phone ? [{ key: 'Escape', label: texts.keyClose, run: () => onOpen(undefined) }] : []),
    ...(view === 'to_do' || view === 'out'
      ? [{ key: 'u', label: texts.keyUndo, run: () => lastDone.current !== undefined && undo.save({ lineId: lastDone.current }) }]
      : []),
  ])
  const nothingHere = { ...texts.nothingHere, on_hold: waiting.noneOnHold, asked_of_me: waiting.noneAsked }
  if (data.loading) return <LoadingSkeleton shape="list" rows={8} />
  if (data.error && rows.length === 0) return <RefusedState error={data.error} onRetry={data.retry} />
  if (rows.length === 0 && !open) {
    return view === 'to_do' && !searched ? <AllDone /> : <EmptyState sentence={nothingHere[view]} />
  }
  const act = () => {
    next.current = rows[place + 1]?.id ?? rows[place - 1]?.id
    lastDone.current = open?.id
  }
  const done = (sentence: string, undoable: boolean | (() => void)) => {
    const lineId = lastDone.current
    if (lineId !== undefined) data.drop(lineId)
    onOpen(next.current)
    const back = undoable === true && lineId !== undefined ? () => undo.save({ lineId }) : undoable
    notifyDone(sentence, typeof back === 'function' ? undoOffer(back) : undefined)
  }
  return <Desk lines={rows} open={open} phone={phone} more={data.more} onOpen={onOpen} onAct={act} onDone={done} />
}

/** The open line as it stands now: the list may be older. While something is being done to it, it stays as it was. */
function useOpenLine(lineId: string | undefined, rows: readonly WorkLine[]): WorkLine | undefined {
  const fresh = useQuery(reconciliation.line.queryOptions({ input: { lineId: lineId ?? '' }, enabled: lineId !== undefined }))
  const listed = rows.find(({ id }) => id === lineId)
  const now = fresh.data?.id === lineId ? fresh.data : listed
  const acting = useIsMutating() > 0
  const [before, setBefore] = useState(now)
  if (!acting && before !== now) setBefore(now)
  return acting && before?.id === lineId ? before : now
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

function RulesLink() {
  const texts = useTexts(operationTexts)
  const { company } = bankRoute.useParams()
  return (
    <Button
      component={Link}
      to={`/${company}/banque/regles`}
      variant="default"
      leftSection={<IconListCheck size={16} stroke={1.5} aria-hidden />}
    >
      {texts.rules}
    </Button>
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
