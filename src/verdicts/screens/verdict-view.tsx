/** The verdict on one file: a sentence, what is wrong, and the invoice with the fields concerned marked. */
import { Button, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconFileTypeXml } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import { download } from '#ui/download'
import { usePageKeys } from '#ui/keys'
import { useLocale, useTexts } from '#ui/locale'
import { notifyRefused } from '#ui/notify'
import { type Verdict, verdicts } from './api.tsx'
import { FailureList } from './failure-list.tsx'
import { FileName } from './file-name.tsx'
import { MarksContext, useMarks } from './marks.tsx'
import { Paper } from './paper/paper.tsx'
import { sheetOf } from './rules/sheet.ts'
import { packsShown, verdictSentence } from './rules/verdict-sentence.ts'
import { sheetTexts } from './texts-sheet.ts'
import { verdictTexts } from './texts.ts'
import classes from './verdict-view.module.css'

export function VerdictView({ file, verdict }: { file: File; verdict: Verdict }) {
  const texts = useTexts(verdictTexts)
  const words = useTexts(sheetTexts)
  const locale = useLocale()
  const sheet = useMemo(() => sheetOf(verdict, words, locale), [verdict, words, locale])
  const marks = useMarks(verdict.failures, sheet.spots)
  usePageKeys(
    verdict.failures.length === 0
      ? []
      : [
          { key: 'ArrowDown', label: texts.keyNext, run: () => marks.move(1) },
          { key: 'ArrowUp', label: texts.keyBefore, run: () => marks.move(-1) },
          { key: 'Escape', label: texts.keyClose, run: marks.leave },
        ],
  )
  return (
    <MarksContext value={marks}>
      <Head file={file} verdict={verdict} />
      <div className={classes.columns} data-clean={verdict.failures.length === 0 || undefined}>
        {verdict.failures.length > 0 && <FailureList />}
        <Paper sheet={sheet} />
      </div>
    </MarksContext>
  )
}

function Head({ file, verdict }: { file: File; verdict: Verdict }) {
  const texts = useTexts(verdictTexts)
  const valid = verdict.verdict === 'valid'
  const Shown = valid ? IconCircleCheck : IconAlertTriangle
  const calm = verdict.failures.length === 0 ? texts.nothingWrong : texts.harmless
  const what = [verdict.syntax, verdict.profile, verdict.hybrid && texts.insidePdf].filter(Boolean).join(', ')
  return (
    <>
      <FileName file={file} words={what} />
      <div className={classes.head} data-verdict={verdict.verdict}>
        <output className={classes.verdict}>
          <Shown size={28} stroke={1.5} aria-hidden className={classes.icon} />
          <Title order={2}>{verdictSentence(verdict, texts)}</Title>
          <p className={classes.packs}>{valid ? calm : texts.judgedBy(packsShown(verdict.packs, texts))}</p>
        </output>
        {verdict.hybrid && <ExtractButton file={file} />}
      </div>
    </>
  )
}

function ExtractButton({ file }: { file: File }) {
  const texts = useTexts(verdictTexts)
  const { isPending, mutate } = useMutation({
    ...verdicts.extract.mutationOptions(),
    onSuccess: (xml) => download(xml, xml.name),
    onError: notifyRefused,
  })
  return (
    <Button
      variant="default"
      loading={isPending}
      leftSection={<IconFileTypeXml size={16} stroke={1.5} aria-hidden />}
      onClick={() => mutate({ file })}
    >
      {texts.downloadXml}
    </Button>
  )
}
