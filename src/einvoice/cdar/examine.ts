/** A lifecycle message in, a verdict out, as `examine` does for invoices. */
import type { Locale } from '#core/text'
import { fill } from '../fill.ts'
import type { Place } from '../reading.ts'
import type { BindingBreach } from '../rules/binding/binding-rule.ts'
import { structureBreaches } from '../rules/structure/rules.ts'
import { placesIn } from '../xml/places.ts'
import type { Schemas } from '../xsd/schemas.ts'
import { type SchemaFailure, validateRead } from '../xsd/validate.ts'
import { CDAR_PACKS, type CdarFailure, judgeCdar } from './judge.ts'
import { CDAR_ROOT, type CdarReading, readCdar } from './read.ts'

export type MessageExamination = {
  readonly reading: CdarReading
  readonly verdict: 'valid' | 'invalid'
  /** Each pack that judged, and its version. */
  readonly packs: Readonly<Record<string, string>>
  readonly failures: readonly (SchemaFailure | CdarFailure)[]
}

const SCHEMA = 'CDAR D22B'

/** Reads and judges a message. Refuses as `readCdar` does. */
export function examineMessage(bytes: Uint8Array, { schemas }: { readonly schemas?: Schemas | undefined } = {}): MessageExamination {
  const reading = readCdar(bytes)
  const schemaFailures = schemas && validateRead(reading, SCHEMA, schemas)
  const failures = [...(schemaFailures ?? structureFailures(reading)), ...judgeCdar(reading)]
  return {
    reading,
    verdict: failures.some(({ severity }) => severity === 'fatal') ? 'invalid' : 'valid',
    packs: { ...(schemaFailures ? { XSD: SCHEMA } : {}), ...CDAR_PACKS },
    failures,
  }
}

function structureFailures(reading: CdarReading): CdarFailure[] {
  const placeOf = placesIn(reading.source)
  return structureBreaches({ ...reading, root: CDAR_ROOT }).map((breach) => structureFailure(breach, placeOf(breach.element)))
}

function structureFailure({ facts = {}, found = '', rule: { en, fr, id, severity } }: BindingBreach, { column, line }: Place): CdarFailure {
  const sentence = (text: string, locale: Locale) => fill(text, { ...facts, found }, locale)
  return {
    rule: id,
    pack: 'ENCOURS',
    severity,
    term: '',
    path: '',
    line,
    column,
    ...(found === '' ? {} : { found }),
    fr: sentence(fr, 'fr'),
    en: sentence(en, 'en'),
  }
}
