/**
 * A binding is a table: which element of the XML is which field of the model, in the order of the schema. Reader and writer walk the same
 * rows. A path is relative to the group the table is of: `SpecifiedLegalOrganization/ID`, `ID@schemeID`, `.` for the group's own text.
 * `Name[ID@schemeID=VA]` or `Name[:condition]` is that element only when the condition holds; `Name!` is written even when empty, `Name+` although
 * it only says what the element around it is; `Name*` may stand again.
 */
import type { XmlElement } from '../xml/element.ts'

/** Profiles in the order in which each holds all of the one before. */
export const LEVELS = ['MINIMUM', 'BASIC WL', 'BASIC', 'EN 16931', 'EXTENDED'] as const

export type Level = (typeof LEVELS)[number]

/** BT-5 and BT-6. */
export type Currencies = { readonly currency: string | undefined; readonly vatCurrency: string | undefined }

/** What a codec may look at beside the element it reads. */
export type Context = Currencies & { readonly root: XmlElement }

export type Value = string | boolean | Readonly<Record<string, unknown>> | undefined

/** How the text of an element becomes a field, and back. */
export type Codec = {
  readonly read: (element: XmlElement, context: Context) => Value
  /** The text to write; `undefined` writes no element. */
  readonly write: (value: unknown, currencies: Currencies) => string | undefined
  /** Attribute always written with the text, besides those that have rows. */
  readonly attribute?: { readonly name: string; readonly of: (currencies: Currencies) => string | undefined }
  /** The element is written although blank: the schema wants it. */
  readonly must?: boolean
  /** What it writes for want of a value does not make the elements around it worth writing. */
  readonly filler?: boolean
  /** Without it the element around it cannot be written. */
  readonly required?: boolean
  /** Value of the field when the group has no such element. */
  readonly absent?: string
  readonly readOnly?: boolean
  /** Of a list, the first item alone tells it. */
  readonly once?: boolean
}

export type Condition = (element: XmlElement, context: Context) => boolean

export type Row =
  | { readonly kind: 'leaf'; readonly path: string; readonly field: string; readonly codec: Codec; readonly level: Level | undefined }
  | { readonly kind: 'constant'; readonly path: string; readonly text: string; readonly level: Level | undefined }
  | {
      readonly kind: 'group'
      readonly path: string
      readonly field: string
      readonly rows: () => Table
      readonly many: boolean
      readonly only: ((item: never, index: number) => boolean) | undefined
      readonly level: Level | undefined
    }

export type Table = readonly Row[]

type Plain = Readonly<Record<string, unknown>>

/** Fields of a model group by name, with those of inner groups after a dot; `/field` is of the invoice itself, `.` the group as a whole. */
export type Field<T> = {
  [Key in keyof T & string]: NonNullable<T[Key]> extends string | boolean | readonly unknown[]
    ? Key
    : NonNullable<T[Key]> extends Plain
      ? Key | `${Key}.${Field<NonNullable<T[Key]>>}`
      : never
}[keyof T & string]

type Rows<T> = {
  readonly leaf: (path: string, field: Field<T> | `/${string}` | '.', ...marks: (Codec | Level)[]) => Row
  readonly group: (path: string, field: Field<T> | `/${string}`, rows: Table | (() => Table), level?: Level) => Row
  readonly list: (
    path: string,
    field: Field<T> | `/${string}`,
    rows: Table | (() => Table),
    level?: Level,
    only?: (item: never, index: number) => boolean,
  ) => Row
  /** Text that says what the element around it is. */
  readonly constant: (path: string, text: string, level?: Level) => Row
}

/** Text exactly as it stands; blank is as good as absent when written. */
export const text: Codec = {
  read: (element) => element.text,
  write: (value) => (typeof value === 'string' && value.trim() !== '' ? value : undefined),
}

const group = (
  path: string,
  field: string,
  rows: Table | (() => Table),
  many: boolean,
  level?: Level,
  only?: (item: never, index: number) => boolean,
): Row => ({
  kind: 'group',
  path,
  field,
  rows: typeof rows === 'function' ? rows : () => rows,
  many,
  only,
  level,
})

/** Makers of rows whose fields are checked against the model. */
export function rowsOf<T>(): Rows<T> {
  return {
    leaf: (path, field, ...marks) => ({
      kind: 'leaf',
      path,
      field,
      codec: marks.find((mark): mark is Codec => typeof mark === 'object') ?? text,
      level: marks.find((mark): mark is Level => typeof mark === 'string'),
    }),
    group: (path, field, rows, level) => group(path, field, rows, false, level),
    list: (path, field, rows, level, only) => group(path, field, rows, true, level, only),
    constant: (path, value, level) => ({ kind: 'constant', path, text: value, level }),
  }
}
