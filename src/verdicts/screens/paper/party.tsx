import { type Block, isShown } from '#readings/contract'
import { GroupMark, Value } from './marked.tsx'
import classes from './party.module.css'

/** Name and address as on an envelope, identifiers with their names under them. */
export function PartyBlock({ block }: { block: Block }) {
  const isAddress = (path: string): boolean => path === `${block.path}.address`
  return (
    <section className={classes.party}>
      <h4 className={classes.label}>{block.title}</h4>
      <GroupMark spot={block} />
      {isShown(block.name) && (
        <p className={classes.name}>
          <Value field={block.name} alone />
        </p>
      )}
      {block.fields.map((field) => (
        <p key={field.path} className={isAddress(field.path) ? undefined : classes.identifier}>
          {!isAddress(field.path) && field.text !== '' && <span className={classes.what}>{field.label}</span>}
          <Value field={field} alone />
        </p>
      ))}
    </section>
  )
}
