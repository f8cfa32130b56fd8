/** How the columns of a CSV are understood: shown on the file's own rows, corrected, seen as lines, kept. */
import { Button, Group, Modal, MultiSelect, SegmentedControl, Select, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { DayText } from '#ui/day'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { AccountField, useAccountField } from './account-field.tsx'
import type { BankAccount, CsvMapping, Guess } from './api.tsx'
import classes from './csv-mapping.module.css'
import { amountOfKind, roleOfColumn } from './rules/columns.ts'
import { bankTexts } from './texts.ts'
import type { Import } from './use-import.tsx'

type Props = { guess: Guess; fileName: string; accounts: readonly BankAccount[]; work: Import }

const ROWS_SHOWN = 6

export function CsvMappingDialog({ guess, fileName, accounts, work }: Props) {
  const texts = useTexts(bankTexts)
  const phone = useMediaQuery('(max-width: 48em)') ?? false
  const [mapping, setMapping] = useState<CsvMapping>(guess.mapping)
  const [only, another] = accounts
  const field = useAccountField(accounts, another ? null : (only?.id ?? null))
  const change = (next: CsvMapping) => {
    setMapping(next)
    work.preview(next)
  }
  const asked = guess.accountNeeded
  const doubts = [...new Set([...guess.doubts.map((doubt) => texts.csvDoubts[doubt]), ...guess.warnings])]
  const choice = asked ? field.choice : undefined
  const ready = guess.lines.length > 0 && (!asked || choice !== undefined)
  return (
    <Modal
      opened
      onClose={work.giveUp}
      title={texts.csvTitle}
      size="xl"
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <Stack gap="md">
        <Text c="dimmed">{texts.csvIntro}</Text>
        {doubts.length > 0 && (
          <ul className={classes.doubts}>
            {doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        )}
        {asked && <AccountField {...field} />}
        {guess.newAccount !== null && <Text>{texts.csvAccountAdded(guess.newAccount)}</Text>}
        <Columns guess={guess} mapping={mapping} onChange={change} />
        <FileRows guess={guess} mapping={mapping} fileName={fileName} />
        <LinesRead guess={guess} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={work.giveUp}>
            {texts.cancel}
          </Button>
          <Button disabled={!ready} loading={work.busy} onClick={() => work.confirm(mapping, choice)}>
            {texts.csvImport}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** Rows and columns of a file have no other name than their place. */
const numbered = <T,>(values: readonly T[]) => values.map((value, place) => ({ value, place }))

type ColumnsProps = { guess: Guess; mapping: CsvMapping; onChange: (mapping: CsvMapping) => void }

function Columns({ guess, mapping, onChange }: ColumnsProps) {
  const texts = useTexts(bankTexts)
  const { columns } = mapping
  const names = guess.columns.map((name, place) => ({ value: String(place), label: name || texts.csvColumn(place + 1) }))
  const set = (changes: Partial<CsvMapping['columns']>) => onChange({ ...mapping, columns: { ...columns, ...changes } })
  const choice = (label: string, value: number, choose: (column: number) => void) => (
    <Select
      label={label}
      data={names}
      value={String(value)}
      allowDeselect={false}
      onChange={(next) => next !== null && choose(Number(next))}
    />
  )
  const { amount } = columns
  const { counterparty: _payer, ...withoutPayer } = columns
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="md">
        {choice(texts.csvDate, columns.bookedOn, (bookedOn) => set({ bookedOn }))}
        <Select
          label={texts.csvDateOrder}
          data={(['dmy', 'mdy', 'ymd'] as const).map((value) => ({ value, label: texts.csvDateOrders[value] }))}
          value={mapping.dateOrder}
          allowDeselect={false}
          onChange={(next) => next !== null && onChange({ ...mapping, dateOrder: next })}
        />
        <MultiSelect
          label={texts.csvText}
          data={names}
          value={columns.text.map(String)}
          onChange={(next) => next.length > 0 && set({ text: next.map(Number) })}
        />
        <Select
          label={texts.csvPayer}
          data={names}
          placeholder={texts.csvNone}
          clearable
          value={columns.counterparty === undefined ? null : String(columns.counterparty)}
          onChange={(next) => (next === null ? onChange({ ...mapping, columns: withoutPayer }) : set({ counterparty: Number(next) }))}
        />
        <Select
          label={texts.csvDecimal}
          data={([',', '.'] as const).map((value) => ({ value, label: texts.csvDecimals[value] }))}
          value={mapping.decimal}
          allowDeselect={false}
          onChange={(next) => next !== null && onChange({ ...mapping, decimal: next })}
        />
      </SimpleGrid>
      <div>
        <Text size="sm" fw={600} mb={4}>
          {texts.csvAmountKind}
        </Text>
        <SegmentedControl
          aria-label={texts.csvAmountKind}
          data={(['signed', 'split', 'sided'] as const).map((value) => ({ value, label: texts.csvAmountKinds[value] }))}
          value={amount.kind}
          onChange={(kind) => set({ amount: amountOfKind(kind, amount) })}
        />
      </div>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        {amount.kind !== 'split' && choice(texts.csvAmount, amount.amount, (column) => set({ amount: { ...amount, amount: column } }))}
        {amount.kind === 'sided' && choice(texts.csvSide, amount.side, (side) => set({ amount: { ...amount, side } }))}
        {amount.kind === 'split' && choice(texts.csvDebit, amount.debit, (debit) => set({ amount: { ...amount, debit } }))}
        {amount.kind === 'split' && choice(texts.csvCredit, amount.credit, (credit) => set({ amount: { ...amount, credit } }))}
      </SimpleGrid>
    </>
  )
}

function FileRows({ guess, mapping, fileName }: { guess: Guess; mapping: CsvMapping; fileName: string }) {
  const texts = useTexts(bankTexts)
  const roles = {
    bookedOn: texts.csvDate,
    text: texts.csvText,
    counterparty: texts.csvPayer,
    amount: texts.csvAmount,
    debit: texts.csvDebit,
    credit: texts.csvCredit,
    side: texts.csvSide,
  }
  return (
    <div>
      <Title order={3} size="h4" mb="xs">
        {fileName || texts.csvInFile}
      </Title>
      <Table.ScrollContainer minWidth={480}>
        <Table className={classes.file ?? ''} withRowBorders={false}>
          <Table.Thead>
            <Table.Tr>
              {numbered(guess.columns).map(({ place }) => {
                const role = roleOfColumn(mapping.columns, place)
                return (
                  <Table.Th key={place} className={classes.role ?? ''}>
                    {role ? roles[role] : ''}
                  </Table.Th>
                )
              })}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {numbered(guess.preview.slice(0, ROWS_SHOWN)).map(({ value: row, place }) => (
              <Table.Tr key={place}>
                {numbered(guess.columns).map(({ place: column }) => (
                  <Table.Td
                    key={column}
                    className={classes.cell ?? ''}
                    data-used={roleOfColumn(mapping.columns, column) !== undefined || undefined}
                  >
                    {row[column]}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  )
}

function LinesRead({ guess }: { guess: Guess }) {
  const texts = useTexts(bankTexts)
  return (
    <div aria-live="polite">
      <Title order={3} size="h4" mb="xs">
        {texts.csvAsRead}
      </Title>
      {guess.problem !== null && (
        <Text c="var(--late)" role="alert">
          {guess.problem}
        </Text>
      )}
      {numbered(guess.lines).map(({ value: line, place }) => (
        <div key={place} className={classes.line}>
          <DayText day={line.bookedOn} />
          <span className={classes.text}>{line.counterparty ? `${line.counterparty} · ${line.text}` : line.text}</span>
          <Money value={line.amount} />
        </div>
      ))}
    </div>
  )
}
