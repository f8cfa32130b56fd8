import { Textarea, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { unitOf } from '#catalog/contract'
import { textsOf } from '#core/text'
import { focusOnArrival } from '#ui/focus'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { QuantityInput, RateInput, UnitPriceInput } from '#ui/number-input'
import { priceShown, vatShown } from '../paper/lines.tsx'
import { isBlank, type LineValues } from '../rules/draft-values.ts'
import { documentTexts } from '../texts-document.ts'
import fieldClasses from './fields.module.css'
import { LineMenu } from './line-menu.tsx'
import { LineName } from './line-name.tsx'
import classes from './line-row.module.css'
import type { Draft } from './use-draft.tsx'
import { VatField } from './vat-field.tsx'

/** A line of a credit note takes back a line of the invoice: only how much of it is free. */
type Props = { draft: Draft; line: LineValues; place: number; locked: boolean }

/** The unit ends where figures without one end. */
const unitAtEnd = { rightSectionWidth: 22, rightSectionProps: { style: { justifyContent: 'flex-end', paddingInlineEnd: 1 } } }

/** Beyond this many characters a price is drawn smaller rather than cut. */
const LONG_PRICE = 9

const quiet = { variant: 'unstyled', classNames: { input: fieldClasses.field ?? '' } } as const

export function LineRow({ draft, line, locked, place }: Props) {
  const texts = useTexts(documentTexts)
  const locale = useLocale()
  const [opened, setOpened] = useState<{ description?: boolean; discount?: boolean }>({})
  const change = (patch: Partial<LineValues>) => draft.changeLine(line.key, patch)
  const errorOf = (field: string) => draft.errorOfLine(line.key, field)
  const named = (label: string) => texts.ofLine(label, place)
  const { symbol, name: unitName } = unitOf(line.unit)
  const unit = line.unit === 'C62' ? undefined : textsOf(symbol ?? unitName, locale)
  const showsDescription = opened.description === true || line.description !== ''
  const showsDiscount = opened.discount === true || line.discount !== ''
  return (
    <div
      // It only hears the keys of its fields.
      role="presentation"
      className={classes.row}
      data-line={line.key}
      onKeyDown={locked ? undefined : (event) => lineKeys(event, draft, line.key)}
    >
      <div className={classes.name}>
        {locked ? (
          <span className={classes.locked}>{line.name}</span>
        ) : (
          <LineName draft={draft} line={line} label={named(texts.designation)} />
        )}
        {!locked && !isBlank(line) && (
          <UnstyledButton
            className={classes.nature ?? ''}
            // Also in the line's menu: the Tab key goes from name to quantity.
            tabIndex={-1}
            aria-label={named(line.nature === 'goods' ? texts.goods : texts.service)}
            title={line.nature === 'goods' ? texts.makeService : texts.makeGoods}
            onClick={() => change({ nature: line.nature === 'goods' ? 'service' : 'goods' })}
          >
            {line.nature === 'goods' ? texts.goods : texts.service}
          </UnstyledButton>
        )}
        {(showsDescription || showsDiscount) && (
          <div className={classes.details}>
            {showsDescription && (
              <Textarea
                variant="unstyled"
                autosize
                minRows={1}
                classNames={{ input: fieldClasses.area ?? '' }}
                data-field="description"
                aria-label={named(texts.description)}
                placeholder={texts.description}
                maxLength={2000}
                readOnly={locked}
                {...(opened.description === true && { ref: focusOnArrival })}
                value={line.description}
                onChange={(event) => change({ description: event.currentTarget.value })}
              />
            )}
            {showsDiscount && (
              <div className={classes.discount}>
                <span>{texts.discount}</span>
                <RateInput
                  {...quiet}
                  w={72}
                  data-field="discount"
                  aria-label={named(texts.discount)}
                  readOnly={locked}
                  {...(opened.discount === true && { ref: focusOnArrival })}
                  value={line.discount}
                  error={errorOf('discount')}
                  onChange={(discount) => change({ discount })}
                />
              </div>
            )}
          </div>
        )}
      </div>
      <div className={classes.cell} data-label={texts.quantity}>
        <QuantityInput
          {...quiet}
          data-field="quantity"
          aria-label={named(texts.quantity)}
          value={line.quantity}
          error={errorOf('quantity')}
          {...(unit !== undefined && {
            unit: <span className={classes.unit}>{unit}</span>,
            ...unitAtEnd,
            rightSectionWidth: 10 + unit.length * 9,
          })}
          onChange={(quantity) => change({ quantity })}
        />
      </div>
      <div className={classes.cell} data-label={texts.unitPrice}>
        {locked ? (
          <span className={classes.fixed}>{priceShown(line.unitPrice, locale)}</span>
        ) : (
          <UnitPriceInput
            {...quiet}
            data-field="unitPrice"
            aria-label={named(texts.unitPrice)}
            {...unitAtEnd}
            data-long={line.unitPrice.length > LONG_PRICE || undefined}
            value={line.unitPrice}
            error={errorOf('unitPrice')}
            onChange={(unitPrice) => change({ unitPrice })}
          />
        )}
      </div>
      <div className={classes.cell} data-label={texts.vat}>
        {locked ? (
          <span className={classes.fixed}>{vatShown(draft.vat, line.vatCode, locale)}</span>
        ) : (
          <VatField draft={draft} line={line} label={named(texts.vat)} />
        )}
      </div>
      <div className={classes.net}>
        <Money value={draft.live.netOf(line.key)} />
      </div>
      <LineMenu draft={draft} line={line} place={place} locked={locked} onOpen={(part) => setOpened((now) => ({ ...now, [part]: true }))} />
    </div>
  )
}

/** Enter goes to the next line, Alt and an arrow moves this one, Backspace in an empty name removes it. */
function lineKeys(event: KeyboardEvent<HTMLDivElement>, draft: Draft, key: string): void {
  const target = event.target instanceof HTMLElement ? event.target : undefined
  if (event.defaultPrevented || !target?.matches('input, textarea[data-field="name"]')) return
  const steps: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 }
  const step = event.altKey ? steps[event.key] : undefined
  if (step) {
    event.preventDefault()
    draft.moveLine(key, step)
  }
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
    event.preventDefault()
    draft.addAfter(key)
  }
  const isEmptyName = target instanceof HTMLTextAreaElement && target.value === ''
  if (event.key === 'Backspace' && isEmptyName && draft.values.lines.length > 1) {
    event.preventDefault()
    draft.removeLine(key)
  }
}
