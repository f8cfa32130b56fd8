/** MT940 (statement), MT942 (interim report) and MT950 of SWIFT, in the dialects that banks made of them. */
import { Refusal } from '#core/refusal'
import type { Statement, StatementFile } from '../model.ts'
import { decodeOldText } from '../old-text.ts'
import { headOf } from '../recognise.ts'
import { warningList } from '../warnings.ts'
import { plainText } from '../words.ts'
import { type Message, messagesOf } from './messages.ts'
import { statementOf } from './statement.ts'

/** Two different tags of a statement at the start of lines: no other text has that. */
const TAG_LINES = /(?:^|[\r\n]|\{4:)[ \t]*:(20|25P?|28C?|34F|13D|60[FM]|61|62[FM]|86|90[CD]):/g

export const looksLikeMt94x = (bytes: Uint8Array): boolean =>
  new Set(Array.from(headOf(bytes).matchAll(TAG_LINES), ([, tag]) => tag)).size > 1

export function readMt94x(bytes: Uint8Array): StatementFile {
  const warnings = warningList()
  const { messages, strays } = messagesOf(decodeOldText(bytes))
  for (const { line, text } of strays) warnings.add('record_unknown', { line, text: plainText(text).slice(0, 40) })
  const read = messages.flatMap((message) => {
    const statement = statementOf(message)
    if (!statement)
      warnings.add('statement_left_out', { line: message.line, count: message.fields.filter(({ tag }) => tag === '61').length })
    return statement ? [{ message, statement }] : []
  })
  const [first] = read
  if (!first) throw new Refusal('statement_currency_unknown', { facts: { line: messages[0]?.line ?? 1 } })
  const format = isInterim(first.message) ? 'mt942' : 'mt940'
  return { format, statements: read.map(({ statement }, index) => tellPages(statement, index, read)), warnings: warnings.all() }
}

/** By the header of the message, else by its fields: an interim report has no opening balance. */
function isInterim({ fields, kind }: Message): boolean {
  if (kind !== undefined) return kind === '942'
  const has = (tag: string): boolean => fields.some((field) => field.tag.startsWith(tag))
  return !has('60') && !has('62') && (has('34F') || has('13D') || has('90'))
}

type Read = { readonly message: Message; readonly statement: Statement }

/** `M` in the place of `F`: the statement goes on in another message, and this file should hold that one too. */
function tellPages(statement: Statement, index: number, read: readonly Read[]): Statement {
  const { message } = read[index] as Read
  const has = (of: Message | undefined, tag: string): boolean => of?.fields.some((field) => field.tag === tag) ?? false
  const incomplete =
    (has(message, '60M') && !has(read[index - 1]?.message, '62M')) || (has(message, '62M') && !has(read[index + 1]?.message, '60M'))
  if (!incomplete) return statement
  const page = statement.sequence?.split('/')[1] ?? statement.sequence ?? '1'
  return { ...statement, warnings: [...statement.warnings, { code: 'statement_in_pages', facts: { page } }] }
}
