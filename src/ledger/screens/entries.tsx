import { Anchor, SegmentedControl, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { moneyText, parseMoney, sum } from '#core/money'
import { formatDay, textsOf } from '#core/text'
import { type CardOf, type Column, DataList } from '#ui/data-list'
import { DayText } from '#ui/day'
import { Section } from '#ui/facts'
import { FilterBar } from '#ui/filter-chip'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { keysetPages, listData } from '#ui/pages'
import { WithPanel } from '#ui/side-panel'
import { EmptyState } from '#ui/states'
import { JOURNALS } from '../rules/accounts.ts'
import { type Entry, ledger } from './api.tsx'
import classes from './entries.module.css'
import { JOURNAL_CODES, ledgerRoute } from './routes.tsx'
import { ledgerTexts } from './texts.ts'

type Journal = (typeof JOURNAL_CODES)[number]
const journalOf = (value: string): Journal | undefined => JOURNAL_CODES.find((code) => code === value)

/** Both sides are equal: one of them is the amount of the entry. */
const amountOf = (entry: Entry): string => moneyText(sum(entry.lines.map((line) => parseMoney(line.debit))))

/** Of the line of account 411, if it is lettered. */
const letteringOf = (entry: Entry) => entry.lines.find(({ lettering }) => lettering !== null)?.lettering

export function Entries() {
  const texts = useTexts(ledgerTexts)
  const locale = useLocale()
  const { journal, panel } = ledgerRoute.useSearch()
  const { company } = ledgerRoute.useParams()
  const navigate = ledgerRoute.useNavigate()
  const query = useInfiniteQuery(
    ledger.entries.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...(journal !== undefined && { journal }), ...(cursor !== undefined && { cursor }) }),
      ...keysetPages,
    }),
  )
  const change = (changes: { journal?: Journal | undefined; panel?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true, resetScroll: false })
  const data = listData(query)
  const open = data.rows.find(({ id }) => id === panel)
  const journalName = (code: string): string => {
    const name = JOURNALS[code]
    return name === undefined ? code : textsOf(name, locale)
  }
  const columns: readonly Column<Entry>[] = [
    { key: 'label', title: texts.label, render: ({ label }) => label },
    { key: 'entryOn', title: texts.date, render: ({ entryOn }) => <DayText day={entryOn} /> },
    { key: 'journal', title: texts.journal, render: (entry) => journalName(entry.journal), wideOnly: true },
    { key: 'number', title: texts.number, render: ({ number }) => number, wideOnly: true },
    { key: 'piece', title: texts.piece, render: ({ pieceReference }) => pieceReference, wideOnly: true },
    { key: 'lettering', title: texts.lettering, render: (entry) => letteringOf(entry)?.code, wideOnly: true },
    { key: 'amount', title: texts.amount, figures: true, render: (entry) => <Money value={amountOf(entry)} /> },
  ]
  const card: CardOf<Entry> = (entry) => ({
    name: entry.label,
    amount: <Money value={amountOf(entry)} />,
    detail: <DayText day={entry.entryOn} />,
    status: journalName(entry.journal),
  })
  return (
    <WithPanel
      panel={
        open && { title: open.number, onClose: () => change({ panel: undefined }), children: <EntryPanel entry={open} company={company} /> }
      }
    >
      <FilterBar>
        <SegmentedControl
          aria-label={texts.journal}
          value={journal ?? ''}
          onChange={(value) => change({ journal: journalOf(value), panel: undefined })}
          data={[
            { value: '', label: texts.allJournals },
            ...JOURNAL_CODES.slice(0, 3).map((code) => ({ value: code, label: journalName(code) })),
            { value: 'OD', label: texts.generalJournal },
          ]}
        />
      </FilterBar>
      <DataList
        data={data}
        label={texts.views.entries}
        columns={columns}
        card={card}
        idOf={({ id }) => id}
        hrefOf={({ id }) => `/${company}/comptabilite?panel=${id}`}
        opened={panel}
        onOpen={(id) => change({ panel: id })}
        empty={<EmptyState sentence={journal === undefined ? texts.noEntry : texts.noEntryInJournal} />}
      />
    </WithPanel>
  )
}

function EntryPanel({ entry, company }: { entry: Entry; company: string }) {
  const texts = useTexts(ledgerTexts)
  const locale = useLocale()
  const sides = (['debit', 'credit'] as const).map((side) => ({ side, lines: entry.lines.filter((line) => line[side] !== '0.00') }))
  return (
    <>
      <Text mb="md">{entry.label}</Text>
      {sides.map(({ lines, side }) => (
        <Section key={side} title={texts[side]}>
          <ul className={classes.lines}>
            {lines.map((line) => (
              <li key={`${line.account} ${line.auxiliary}`}>
                <span>
                  {line.account} {line.accountLabel}
                  {line.lettering && (
                    <Text component="span" display="block" size="sm" c="dimmed">
                      {texts.letteredOn(line.lettering.code, formatDay(line.lettering.on, locale))}
                    </Text>
                  )}
                </span>
                <Money value={line[side]} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {entry.invoiceId !== null && (
        <Anchor component={Link} to={`/${company}/factures/${entry.invoiceId}`}>
          {texts.openInvoice}
        </Anchor>
      )}
    </>
  )
}
