/** What is wrong, blocking errors first: the sentence, then what one needs to find and correct it. */
import { Button, Title, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '#ui/locale'
import type { Failure } from './api.tsx'
import classes from './failure-list.module.css'
import { listId, useMarked } from './marks.tsx'
import { cut } from './rules/cut.ts'
import { verdictTexts } from './texts.ts'

/** More than one corrects before asking again. */
const STEP = 50

export function FailureList() {
  const texts = useTexts(verdictTexts)
  const { chosen, failures, order } = useMarked()
  const [wanted, setWanted] = useState(STEP)
  // The one that is chosen on the paper may stand further down.
  const count = chosen === undefined ? wanted : Math.max(wanted, order.indexOf(chosen) + 1)
  const listed = order.slice(0, count)
  const ofSeverity = (severity: Failure['severity']) => listed.filter((index) => failures[index]?.severity === severity)
  const left = order.length - listed.length
  return (
    <section className={classes.failures} aria-label={texts.failures}>
      <Failures title={texts.fatal} indices={ofSeverity('fatal')} />
      <Failures title={texts.warnings} indices={ofSeverity('warning')} />
      {left > 0 && (
        <Button variant="subtle" fullWidth onClick={() => setWanted(count + STEP)}>
          {texts.more(Math.min(left, STEP))}
        </Button>
      )}
    </section>
  )
}

function Failures({ indices, title }: { title: string; indices: readonly number[] }) {
  const { choose, chosen, failures, spots } = useMarked()
  if (indices.length === 0) return null
  return (
    <>
      <Title order={3} size="h4" className={classes.title}>
        {title}
      </Title>
      <ul className={classes.list}>
        {indices.map((index) => {
          const failure = failures[index]
          if (!failure) return null
          const facts = { id: listId(index), className: classes.failure, 'aria-current': chosen === index || undefined } as const
          return (
            <li key={index}>
              {spots[index] === undefined ? (
                <div {...facts} tabIndex={-1}>
                  <Words failure={failure} />
                </div>
              ) : (
                <UnstyledButton {...facts} onClick={() => choose(index, 'list')}>
                  <Words failure={failure} />
                </UnstyledButton>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Words({ failure: { column, found, line, pack, rule, sentence, severity, term } }: { failure: Failure }) {
  const texts = useTexts(verdictTexts)
  const Shown = severity === 'fatal' ? IconAlertTriangle : IconInfoCircle
  const place = line === null || column === null ? [] : [texts.place(line, column)]
  return (
    <>
      <Shown size={18} stroke={1.75} aria-label={texts.severities[severity]} className={classes.icon} data-severity={severity} />
      <span className={classes.words}>
        <span className={classes.sentence}>{sentence}</span>
        {found !== null && <span className={classes.found}>{texts.found(cut(found))}</span>}
        <span className={classes.facts}>{texts.whose[pack]?.[severity]}</span>
        <span className={classes.facts}>{[term, ...place, rule].filter(Boolean).join(' · ')}</span>
      </span>
    </>
  )
}
