/** The verdict on one file: a sentence, what is wrong, and the invoice with the fields concerned marked. */
import { Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { sheetOf } from '#readings/contract'
import { usePageKeys } from '#ui/keys'
import { useLocale, useTexts } from '#ui/locale'
import type { Verdict } from './api.tsx'
import { DownloadMenu } from './download-menu.tsx'
import { FailureList } from './failure-list.tsx'
import { FileName } from './file-name.tsx'
import { MarksContext, useMarks } from './marks.tsx'
import { Paper } from './paper/paper.tsx'
import { packsShown, verdictSentence } from './rules/verdict-sentence.ts'
import { verdictTexts } from './texts.ts'
import classes from './verdict-view.module.css'

export function VerdictView({ file, verdict }: { file: File; verdict: Verdict }) {
  const texts = useTexts(verdictTexts)
  const locale = useLocale()
  const sheet = useMemo(() => sheetOf(verdict, locale), [verdict, locale])
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
        {verdict.message ? <MessageWords sentences={verdict.message} /> : <Paper sheet={sheet} />}
      </div>
    </MarksContext>
  )
}

/** What a lifecycle message says: who writes to whom, then a sentence for each invoice. */
function MessageWords({ sentences: [route, ...statuses] }: { sentences: readonly string[] }) {
  const texts = useTexts(verdictTexts)
  return (
    <article className={classes.message} aria-label={texts.messageTitle}>
      <Title order={3} size="h4">
        {texts.messageTitle}
      </Title>
      <p>{route}</p>
      <ul>
        {statuses.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </article>
  )
}

function Head({ file, verdict }: { file: File; verdict: Verdict }) {
  const texts = useTexts(verdictTexts)
  const valid = verdict.verdict === 'valid'
  const Shown = valid ? IconCircleCheck : IconAlertTriangle
  const calm = verdict.failures.length === 0 ? texts.nothingWrong : verdict.message ? texts.harmlessMessage : texts.harmless
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
        {verdict.message === null && <DownloadMenu file={file} verdict={verdict} />}
      </div>
    </>
  )
}
