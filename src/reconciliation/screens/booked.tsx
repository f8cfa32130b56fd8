/** A line that went to the books as no customer's money: to what accounts and why, and the way back. */
import { Anchor, Button, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Section } from '#ui/facts'
import { usePageKeys } from '#ui/keys'
import { useTexts } from '#ui/locale'
import { useSave } from '#ui/save'
import { useCan } from '#ui/session'
import { StatusBadge } from '#ui/status'
import { reconciliation, touchedByMatching, type WorkLine } from './api.tsx'
import { BookedParts } from './booked-parts.tsx'
import { EvidenceList } from './proposal-face.tsx'
import { bankRoute } from './routes.tsx'
import { bankTexts } from './texts.ts'
import { operationTexts } from './texts-operations.ts'

type Props = { line: WorkLine; onAct: () => void; onDone: (sentence: string, undoable: boolean) => void }

export function Booked({ line, onAct, onDone }: Props) {
  const words = useTexts(bankTexts)
  const texts = useTexts(operationTexts)
  const { company } = bankRoute.useParams()
  const mayWrite = useCan('reconciliation:write')
  const { save, saving } = useSave(reconciliation.bringBack.mutationOptions(), {
    refreshes: touchedByMatching,
    onSaved: () => onDone(texts.broughtBack, false),
  })
  const back = () => {
    onAct()
    save({ lineId: line.id })
  }
  usePageKeys(mayWrite ? [{ key: 'u', label: texts.bringBack, run: back }] : [])
  const { booking } = line
  return (
    <>
      {booking ? (
        <>
          <Section
            title={texts.why}
            action={<StatusBadge meaning="paid">{booking.origin === 'automatic' ? words.automatic : words.manual}</StatusBadge>}
          >
            <EvidenceList evidence={booking.evidence} />
          </Section>
          <Section title={texts.whereTo}>
            <BookedParts parts={booking.parts} />
          </Section>
          {booking.other && (
            <Text mb="md">
              <Anchor component={Link} to={`/${company}/banque?view=set_aside&panel=${booking.other.lineId}`}>
                {texts.otherSide(booking.other.accountName)}
              </Anchor>
            </Text>
          )}
        </>
      ) : (
        <Text mb="md">{texts.notInBooks}</Text>
      )}
      {line.setAsideReason && (
        <Text c="dimmed" mb="md">
          {line.setAsideReason}
        </Text>
      )}
      {mayWrite && (
        <>
          <Button variant="default" mt="md" onClick={back} loading={saving}>
            {texts.bringBack}
          </Button>
          <Text mt="md">
            <Anchor component={Link} to={`/${company}/banque/regles?ligne=${line.id}`}>
              {texts.makeRule}
            </Anchor>
          </Text>
        </>
      )}
    </>
  )
}
