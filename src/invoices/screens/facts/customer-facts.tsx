import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Fact, Facts, Section } from '#ui/facts'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import type { Invoice } from '../api.tsx'
import { documentTexts } from '../texts-document.ts'
import classes from './facts.module.css'

type Props = { company: string; customerId: string; name: string; standing: NonNullable<Invoice['customer']> }

export function CustomerFacts({ company, customerId, name, standing }: Props) {
  const texts = useTexts(documentTexts)
  return (
    <Section
      title={texts.customer}
      action={
        <Anchor component={Link} to={`/${company}/clients/${customerId}`} size="xs">
          {texts.openCard}
        </Anchor>
      }
    >
      <Facts>
        <Fact label={texts.name}>{name}</Fact>
        <Fact label={texts.outstanding}>
          <Money value={standing.open} />
        </Fact>
        {standing.lateCount > 0 && (
          <Fact label={texts.lateAmount}>
            <span className={classes.late}>
              <Money value={standing.late} /> · {texts.documents(standing.lateCount)}
            </span>
          </Fact>
        )}
        <Fact label={texts.email}>{standing.recipient ?? texts.noEmail}</Fact>
      </Facts>
    </Section>
  )
}
