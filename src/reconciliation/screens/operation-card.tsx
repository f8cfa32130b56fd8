/** A line that may be no customer's money: what a rule says of it, or a transfer between our own accounts, with the reasons. */
import { Button, Text } from '@mantine/core'
import { formatDay, formatMoney } from '#core/text'
import { usePageKeys } from '#ui/keys'
import { useLocale, useTexts } from '#ui/locale'
import { notifyDone } from '#ui/notify'
import { useSave } from '#ui/save'
import { type Operation, reconciliation, touchedByMatching, type WorkLine } from './api.tsx'
import { BookedParts } from './booked-parts.tsx'
import classes from './operation-card.module.css'
import { EvidenceList } from './proposal-face.tsx'
import { sizeOfAmount } from './rules/parts-draft.ts'
import { operationTexts } from './texts-operations.ts'

type Props = {
  line: WorkLine
  operation: Operation
  onAct: () => void
  onDone: (sentence: string, undoable: boolean) => void
}

export function OperationCard({ line, onAct, onDone, operation }: Props) {
  const texts = useTexts(operationTexts)
  const locale = useLocale()
  const [part, another] = operation.parts
  const where = part && !another ? `${part.account} ${part.accountLabel}` : texts.several
  const accept = useSave(reconciliation.accept.mutationOptions(), {
    refreshes: touchedByMatching,
    onSaved: () => onDone(texts.booked(formatMoney(sizeOfAmount(line.amount), locale), where), true),
  })
  const refuse = useSave(reconciliation.refuse.mutationOptions(), {
    refreshes: [reconciliation.key()],
    onSaved: () => notifyDone(texts.refused),
  })
  const asked = { lineId: line.id, proposalId: operation.id }
  const take = () => {
    if (accept.saving || refuse.saving) return
    onAct()
    accept.save(asked)
  }
  // On money in, Enter belongs to the match.
  usePageKeys(line.state === 'out' ? [{ key: 'Enter', label: texts.keyAcceptOperation, run: take }] : [])
  return (
    <section className={classes.card} aria-label={texts.proposedOperation}>
      <h2 className={classes.title}>{operation.kind === 'transfer' ? texts.ownTransfer : texts.proposedOperation}</h2>
      <EvidenceList evidence={operation.evidence} />
      <BookedParts parts={operation.parts} />
      {operation.other && line.state !== 'set_aside' && (
        <Text size="sm" c="dimmed">
          {texts.bothSides(operation.other.accountName, formatDay(operation.other.bookedOn, locale))}
        </Text>
      )}
      <div className={classes.acts}>
        <Button onClick={take} loading={accept.saving} variant={line.state === 'out' ? 'filled' : 'default'}>
          {texts.accept}
        </Button>
        <Button variant="subtle" onClick={() => refuse.save(asked)} loading={refuse.saving}>
          {texts.refuse}
        </Button>
      </div>
    </section>
  )
}
