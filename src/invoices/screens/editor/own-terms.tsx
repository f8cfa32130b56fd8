/** Instalments of one's own: shares of the total, each so many days after the issue; the last takes what is left. */
import { ActionIcon, Button, NumberInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { PaymentTerms } from '#terms/contract'
import { useTexts } from '#ui/locale'
import { partsOf, type TermPart, termsOfParts, withPart } from '../rules/own-terms.ts'
import { documentTexts } from '../texts-document.ts'
import classes from './own-terms.module.css'

type Props = { terms: PaymentTerms | null; onChange: (terms: PaymentTerms) => void }

export function OwnTerms({ onChange, terms }: Props) {
  const texts = useTexts(documentTexts)
  const parts = partsOf(terms)
  const give = (next: readonly TermPart[]) => onChange(termsOfParts(next))
  const set = (index: number, patch: Partial<TermPart>) => give(parts.map((part, at) => (at === index ? { ...part, ...patch } : part)))
  return (
    <div className={classes.parts}>
      {parts.map((part, index) => {
        const isRest = index === parts.length - 1
        return (
          <div key={`part-${index + 1}`} className={classes.part}>
            {isRest ? (
              <span className={classes.rest}>{texts.balance(part.percent)}</span>
            ) : (
              <NumberInput
                size="xs"
                aria-label={texts.shareOf(index + 1)}
                value={part.percent}
                min={1}
                max={99}
                suffix=" %"
                allowDecimal={false}
                hideControls
                onChange={(percent) => set(index, { percent: Number(percent) || 1 })}
              />
            )}
            <NumberInput
              size="xs"
              aria-label={texts.daysOf(index + 1)}
              value={part.days}
              min={0}
              max={365}
              suffix={texts.daysSuffix}
              allowDecimal={false}
              hideControls
              onChange={(days) => set(index, { days: Number(days) || 0 })}
            />
            {parts.length > 1 && !isRest && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={texts.removeShare(index + 1)}
                onClick={() => give(parts.toSpliced(index, 1))}
              >
                <IconX size={16} stroke={1.5} aria-hidden />
              </ActionIcon>
            )}
          </div>
        )
      })}
      <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => give(withPart(parts))}>
        {texts.addInstalment}
      </Button>
    </div>
  )
}
