/** Three columns where there is room: lines, the line, what it pays. On a phone, one after the other. */
import { Button, Text } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { useTexts } from '#ui/locale'
import { useCan } from '#ui/session'
import type { WorkLine } from './api.tsx'
import { Booked } from './booked.tsx'
import { Decide } from './decide.tsx'
import { MoneyOut } from './money-out.tsx'
import classes from './desk.module.css'
import { LineDetail } from './line-detail.tsx'
import { LineList } from './line-list.tsx'
import { OperationCard } from './operation-card.tsx'
import { PutOff } from './put-off.tsx'
import { Settled } from './settled.tsx'
import { bankTexts } from './texts.ts'
import { Waits } from './waits.tsx'

type Props = {
  lines: readonly WorkLine[]
  open: WorkLine | undefined
  phone: boolean
  more: { readonly loading: boolean; readonly load: () => void } | undefined
  onOpen: (id: string | undefined) => void
  onAct: () => void
  /** `undoable`: the match can be undone, or what else leads back. */
  onDone: (sentence: string, undoable: boolean | (() => void)) => void
}

export function Desk({ lines, open, phone, more, onOpen, onAct, onDone }: Props) {
  const texts = useTexts(bankTexts)
  const mayWrite = useCan('reconciliation:write')
  const list = <LineList lines={lines} opened={open?.id} onOpen={onOpen} more={more} />
  if (phone && !open) return list
  return (
    <div className={classes.desk}>
      {phone ? (
        <Button
          variant="subtle"
          className={classes.back ?? ''}
          leftSection={<IconChevronLeft size={16} aria-hidden />}
          onClick={() => onOpen(undefined)}
        >
          {texts.back}
        </Button>
      ) : (
        <div className={classes.lines}>{list}</div>
      )}
      {open ? (
        <>
          <div className={classes.line}>
            <LineDetail line={open} />
            {mayWrite && open.state === 'to_do' && <PutOff key={open.id} line={open} onAct={onAct} onDone={onDone} />}
          </div>
          <div className={classes.decision}>
            <Decision
              key={`${open.id} ${open.state} ${open.operation?.id ?? ''} ${open.proposals.map(({ id }) => id).join(' ')}`}
              line={open}
              onAct={onAct}
              onDone={onDone}
            />
          </div>
        </>
      ) : (
        <Text c="dimmed">{texts.chooseLine}</Text>
      )}
    </div>
  )
}

type DecisionProps = { line: WorkLine } & Pick<Props, 'onAct' | 'onDone'>

function Decision(props: DecisionProps) {
  const { line, onAct, onDone } = props
  return (
    <>
      <Waits line={line} onAct={onAct} onDone={(sentence) => onDone(sentence, false)} />
      <WhatItIs {...props} />
    </>
  )
}

function WhatItIs(props: DecisionProps) {
  const { line } = props
  const mayWrite = useCan('reconciliation:write')
  if (line.state === 'set_aside') return <Booked {...props} />
  if (line.match) return <Settled {...props} match={line.match} />
  if (!mayWrite) return null
  return (
    <>
      {line.operation && <OperationCard {...props} operation={line.operation} />}
      {line.state === 'out' ? <MoneyOut {...props} /> : <Decide {...props} />}
    </>
  )
}
