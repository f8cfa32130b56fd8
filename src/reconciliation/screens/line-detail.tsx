/** What the bank says of one line, with what was recognised in it underlined. */
import { Text } from '@mantine/core'
import { DayText } from '#ui/day'
import { Fact, Facts } from '#ui/facts'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import type { WorkLine } from './api.tsx'
import classes from './line-detail.module.css'
import { markedPieces } from './rules/marked.ts'
import { bankTexts } from './texts.ts'

/** What SEPA writes where the payer gave no reference of its own. */
const NOTHING_SAID = /^NOTPROVIDED$/i

export function LineDetail({ line }: { line: WorkLine }) {
  const texts = useTexts(bankTexts)
  const out = line.amount.startsWith('-')
  return (
    <section className={classes.detail}>
      <header className={classes.head}>
        <span className={classes.amount}>
          <Money value={line.amount} />
        </span>
        <DayText day={line.bookedOn} />
      </header>
      <p className={classes.label}>
        <Marked text={line.text} line={line} />
      </p>
      <Facts>
        {line.counterparty && (
          <Fact label={out ? texts.receiver : texts.payer}>
            <Marked text={line.counterparty} line={line} />
          </Fact>
        )}
        {line.iban && (
          <Fact label={texts.iban}>
            <span className={classes.code}>
              <Marked text={line.iban} line={line} spaced />
            </span>
          </Fact>
        )}
        {line.bankText && line.bankText !== line.text && (
          <Fact label={texts.bankText}>
            <Marked text={line.bankText} line={line} />
          </Fact>
        )}
        {line.endToEndId && !NOTHING_SAID.test(line.endToEndId) && (
          <Fact label={texts.endToEnd}>
            <Marked text={line.endToEndId} line={line} />
          </Fact>
        )}
        {line.reference && (
          <Fact label={texts.reference}>
            <span className={classes.code}>{line.reference}</span>
          </Fact>
        )}
        {line.valueOn && line.valueOn !== line.bookedOn && (
          <Fact label={texts.valueOn}>
            <DayText day={line.valueOn} />
          </Fact>
        )}
      </Facts>
      {line.undone && (
        <Text c="dimmed" mt="md">
          {texts.wasUndone}
        </Text>
      )}
    </section>
  )
}

function Marked({ text, line, spaced = false }: { text: string; line: WorkLine; spaced?: boolean }) {
  const texts = useTexts(bankTexts)
  const shown = (piece: string) => (spaced ? piece.replace(/(.{4})(?=.)/g, '$1 ') : piece)
  return markedPieces(text, line.recognised).map((piece) =>
    piece.kind ? (
      <mark key={piece.at} className={classes.mark} title={texts.recognised[piece.kind]}>
        {shown(piece.text)}
      </mark>
    ) : (
      <span key={piece.at}>{shown(piece.text)}</span>
    ),
  )
}
