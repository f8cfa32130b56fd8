import type { Invoice, InvoiceLine, OtherParty, Party } from '../model.ts'

/** The same tree as anyone may have written it: all optional, every code and day any text. What we issue is one too. */
export type Read<T> = T extends string
  ? string
  : T extends boolean
    ? boolean
    : T extends readonly (infer Item)[]
      ? readonly Read<Item>[]
      : { readonly [Field in keyof T]?: Read<T[Field]> }

export type ReadInvoice = Read<Invoice>
export type ReadLine = Read<InvoiceLine>
export type ReadParty = Read<Party> | Read<OtherParty>
