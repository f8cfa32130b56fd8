/** Every statement imported, newest first; one imported by mistake is taken back here, with the whole file that brought it. */
import { Anchor, Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconListDetails } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { formatDay, formatInstant } from '#core/text'
import { confirm } from '#ui/confirm'
import { Dialog } from '#ui/dialog'
import { useLocale, useTexts } from '#ui/locale'
import { notifyDone } from '#ui/notify'
import { keysetPages, listData } from '#ui/pages'
import { useSave } from '#ui/save'
import { useCan } from '#ui/session'
import { EmptyState, LoadingSkeleton, RefusedState } from '#ui/states'
import { banking, type BankStatement, touchedByMatching } from './api.tsx'
import classes from './imported-statements.module.css'
import { bankTexts } from './texts.ts'

export function ImportedStatements({ onTakenBack }: { onTakenBack: () => void }) {
  const texts = useTexts(bankTexts)
  const [opened, { close, open }] = useDisclosure(false)
  return (
    <>
      <Button variant="default" leftSection={<IconListDetails size={16} stroke={1.5} aria-hidden />} onClick={open}>
        {texts.statementsImported}
      </Button>
      <Dialog opened={opened} onClose={close} title={texts.statementsImported} size="lg">
        {opened && <StatementList onTakenBack={onTakenBack} />}
      </Dialog>
    </>
  )
}

function StatementList({ onTakenBack }: { onTakenBack: () => void }) {
  const texts = useTexts(bankTexts)
  const query = useInfiniteQuery(
    banking.statements.infiniteOptions({ input: (cursor: string | undefined) => (cursor === undefined ? {} : { cursor }), ...keysetPages }),
  )
  const { error, loading, more, retry, rows } = listData(query)
  if (loading) return <LoadingSkeleton shape="list" rows={4} />
  if (error && rows.length === 0) return <RefusedState error={error} onRetry={retry} />
  if (rows.length === 0) return <EmptyState sentence={texts.noStatement} />
  return (
    <>
      <ul className={classes.statements} aria-label={texts.statementsImported}>
        {rows.map((statement) => (
          <Statement key={statement.id} statement={statement} onTakenBack={onTakenBack} />
        ))}
      </ul>
      {more && (
        <Anchor component="button" type="button" onClick={more.load}>
          {texts.more}
        </Anchor>
      )}
    </>
  )
}

function Statement({ onTakenBack, statement }: { statement: BankStatement; onTakenBack: () => void }) {
  const texts = useTexts(bankTexts)
  const locale = useLocale()
  const { accountName, fileName, from, importedAt, newLines, to } = statement
  const period = from && to ? texts.resultPeriod(accountName, formatDay(from, locale), formatDay(to, locale)) : accountName
  return (
    <li className={classes.statement}>
      <div className={classes.words}>
        <Text fw={600} className={classes.name ?? ''}>
          {fileName}
        </Text>
        <Text size="xs" c="dimmed">
          {texts.statementFacts(period, newLines, formatInstant(importedAt, locale))}
        </Text>
      </div>
      <TakeBack statement={statement} onDone={onTakenBack} />
    </li>
  )
}

/** Asked before, since decisions made on its lines are lost; the file itself can be imported again. */
export function TakeBack({ onDone, statement }: { statement: Pick<BankStatement, 'id' | 'fileName'>; onDone: () => void }) {
  const texts = useTexts(bankTexts)
  const mayWrite = useCan('banking:write')
  const { save, saving } = useSave(banking.withdraw.mutationOptions(), {
    refreshes: touchedByMatching,
    onSaved: ({ accountsDropped, fileName, lines, linesKept }) => {
      notifyDone(texts.takenBack(fileName, lines, linesKept, accountsDropped))
      onDone()
    },
  })
  if (!mayWrite) return null
  const ask = async () => {
    const { fileName, id } = statement
    const question = {
      title: texts.takeBackTitle(fileName),
      explanation: texts.takeBackExplanation,
      undoable: true,
      verb: texts.takeBack,
      dangerous: true,
    }
    if (await confirm(question)) save({ id })
  }
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      loading={saving}
      onClick={() => void ask()}
      aria-label={texts.takeBackOf(statement.fileName)}
    >
      {texts.takeBack}
    </Button>
  )
}
