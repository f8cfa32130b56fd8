/** The invoice as its file tells it, for a person to read. */
import { Title } from '@mantine/core'
import { type Field, type Sheet, sheetTexts } from '#readings/contract'
import { useTexts } from '#ui/locale'
import { Lines } from './lines.tsx'
import { GroupMark, Value } from './marked.tsx'
import classes from './paper.module.css'
import { PartyBlock } from './party.tsx'
import { Totals, VatTable } from './totals.tsx'

export function Paper({ sheet }: { sheet: Sheet }) {
  const texts = useTexts(sheetTexts)
  return (
    <article className={classes.paper} aria-label={`${sheet.title.text || texts.untitled} ${sheet.number.text}`.trim()}>
      <header className={classes.head}>
        <PartyBlock block={sheet.seller} />
        <div className={classes.title}>
          <Title order={3} size="h2">
            {sheet.title.text === '' && sheet.title.failures.length === 0 ? texts.untitled : <Value field={sheet.title} alone />}
          </Title>
          <p>
            <Value field={sheet.number} alone />
          </p>
        </div>
      </header>
      <div className={classes.parties}>
        <FieldRows fields={sheet.head} />
        <div className={classes.blocks}>
          <PartyBlock block={sheet.buyer} />
          {sheet.others.map((block) => (
            <PartyBlock key={block.path} block={block} />
          ))}
        </div>
      </div>
      <Lines lines={sheet.lines} />
      <div className={classes.foot}>
        <div className={classes.words}>
          <VatTable vat={sheet.vat} />
          <Part title={texts.payment.title} fields={sheet.payment} />
          <Part title={texts.attachments} fields={sheet.attachments} />
          <Part title={texts.elsewhere} fields={sheet.elsewhere} />
        </div>
        <Totals allowances={sheet.allowances} totals={sheet.totals} />
      </div>
      {(sheet.notes.fields.length > 0 || sheet.notes.failures.length > 0) && (
        <section className={classes.law}>
          <h4 className={classes.label}>{texts.notesTitle}</h4>
          <GroupMark spot={sheet.notes} />
          {sheet.notes.fields.map((note) => (
            <p key={note.path}>
              {note.label && <span className={classes.subject}>{note.label}</span>}
              <Value field={note} />
            </p>
          ))}
        </section>
      )}
    </article>
  )
}

function Part({ fields, title }: { title: string; fields: readonly Field[] }) {
  if (fields.length === 0) return null
  return (
    <section>
      <h4 className={classes.label}>{title}</h4>
      <FieldRows fields={fields} />
    </section>
  )
}

function FieldRows({ fields }: { fields: readonly Field[] }) {
  return (
    <dl className={classes.rows}>
      {fields.map((field) => (
        <div key={field.path} className={classes.row}>
          <dt>{field.label}</dt>
          <dd>
            <Value field={field} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
