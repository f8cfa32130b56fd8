/** What platforms would refuse, each in a sentence that leads to where it is mended. */
import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTexts } from '#ui/locale'
import type { Failure } from '../api.tsx'
import type { FieldPlace } from '../rules/field-of-failure.ts'
import { documentTexts } from '../texts-document.ts'
import classes from './facts.module.css'

type Props = {
  company: string
  customerId: string | null
  /** Nothing while the draft has no customer or no line. */
  failures: readonly Failure[] | undefined
  placeOf: (path: string | null) => FieldPlace | undefined
  onGo: (place: FieldPlace | undefined) => void
}

export function Verdict({ company, customerId, failures, onGo, placeOf }: Props) {
  const texts = useTexts(documentTexts)
  if (failures === undefined) return <div className={classes.quiet}>{texts.verdictLater}</div>
  if (failures.length === 0) {
    return (
      <div className={classes.ready}>
        <IconCheck size={16} aria-hidden />
        {texts.verdictReady}
      </div>
    )
  }
  const words = (failure: Failure) => (
    <>
      <IconAlertTriangle size={16} aria-hidden />
      <span>{failure.sentence}</span>
    </>
  )
  return (
    <ul className={classes.failures}>
      {failures.map((failure) => {
        const place = placeOf(failure.field)
        const elsewhere =
          place?.on === 'customer' && customerId !== null
            ? `/${company}/clients/${customerId}`
            : place?.on === 'company'
              ? `/${company}/reglages`
              : undefined
        return (
          <li key={`${failure.rule} ${failure.field}`}>
            {elsewhere ? (
              <Link to={elsewhere} className={classes.failure ?? ''}>
                {words(failure)}
              </Link>
            ) : (
              <UnstyledButton className={classes.failure ?? ''} disabled={!place} onClick={() => onGo(place)}>
                {words(failure)}
              </UnstyledButton>
            )}
          </li>
        )
      })}
    </ul>
  )
}
