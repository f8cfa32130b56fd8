/** What platforms would refuse, and what deserves a second look: each in a sentence that leads to where it is mended. */
import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTexts } from '#ui/locale'
import type { Complaint } from '../api.tsx'
import type { FieldPlace } from '../rules/field-of-failure.ts'
import { documentTexts } from '../texts-document.ts'
import classes from './facts.module.css'

type Props = Places & {
  /** Nothing while the draft has no customer or no line. */
  failures: readonly Complaint[] | undefined
}

export function Verdict({ failures, ...places }: Props) {
  const texts = useTexts(documentTexts)
  if (failures === undefined) return <div className={classes.quiet}>{texts.verdictLater}</div>
  if (failures.length > 0) return <Complaints complaints={failures} {...places} />
  return (
    <div className={classes.ready}>
      <IconCheck size={16} aria-hidden />
      {texts.verdictReady}
    </div>
  )
}

type Places = {
  company: string
  customerId: string | null
  placeOf: (path: string | null) => FieldPlace | undefined
  onGo: (place: FieldPlace | undefined) => void
}

export function Complaints({ company, complaints, customerId, onGo, placeOf }: Places & { complaints: readonly Complaint[] }) {
  const words = ({ sentence }: Complaint) => (
    <>
      <IconAlertTriangle size={16} aria-hidden />
      <span>{sentence}</span>
    </>
  )
  return (
    <ul className={classes.failures}>
      {complaints.map((complaint) => {
        const place = placeOf(complaint.field)
        const elsewhere =
          place?.on === 'customer' && customerId !== null
            ? `/${company}/clients/${customerId}`
            : place?.on === 'company'
              ? `/${company}/reglages`
              : undefined
        return (
          <li key={`${complaint.field} ${complaint.sentence}`}>
            {elsewhere ? (
              <Link to={elsewhere} className={classes.failure ?? ''}>
                {words(complaint)}
              </Link>
            ) : (
              <UnstyledButton className={classes.failure ?? ''} disabled={!place} onClick={() => onGo(place)}>
                {words(complaint)}
              </UnstyledButton>
            )}
          </li>
        )
      })}
    </ul>
  )
}
