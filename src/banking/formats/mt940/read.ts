/** MT940 (statement), MT942 (interim report) and MT950 of SWIFT, in the dialects that banks made of them. */
import { Refusal } from '#core/refusal'
import type { Statement, StatementFile } from '../model.ts'
import { decodeOldText } from '../old-text.ts'
import { headOf, refuseBeyond } from '../recognise.ts'
import { warningList } from '../warnings.ts'
import { plainText } from '../words.ts'
import { type Message, messagesOf } from './messages.ts'
import { statementOf } from './statement.ts'

/** Two different tags of a statement at the start of lines: no other text has that. */
const TAG_LINES = /(?:^|[\r\n]|\{4:)[ \t]*:(20|25P?|28C?|34F|13D|60[FM]|61|62[FM]|86|90[CD]):/g

export const looksLikeMt94x = (bytes: Uint8Array): boolean =>
  new Set(Array.from(headOf(bytes).matchAll(TAG_LINES), ([, tag]) => tag)).size > 1

/** A statement, and whether it is a page that another one precedes or follows. */
type Page = { readonly statement: Statement; readonly goesOn: boolean; readonly wentOn: boolean; readonly interim: boolean }

export function readMt94x(bytes: Uint8Array): StatementFile {
  const warnings = warningList()
  const pages: Page[] = []
  let firstLine = 1
  const strayLine = ({ number, text }: { number: number; text: string }): void =>
    warnings.add('record_unknown', { line: number, text: plainText(text.slice(0, 200)).slice(0, 40) })
  for (const message of messagesOf(decodeOldText(bytes), strayLine)) {
    const statement = statementOf(message)
    if (statement) pages.push({ statement, goesOn: has(message, '62M'), wentOn: has(message, '60M'), interim: isInterim(message) })
    else warnings.add('statement_left_out', { line: message.line, count: message.fields.filter(({ tag }) => tag === '61').length })
    firstLine = pages.length === 0 ? message.line : firstLine
    refuseBeyond(pages.length)
  }
  const [first] = pages
  if (!first) throw new Refusal('statement_currency_unknown', { facts: { line: firstLine } })
  return { format: first.interim ? 'mt942' : 'mt940', statements: pages.map(tellPages), warnings: warnings.all() }
}

const has = ({ fields }: Message, start: string): boolean => fields.some(({ tag }) => tag.startsWith(start))

/** By the header of the message, else by its fields: an interim report has no balances. */
function isInterim(message: Message): boolean {
  if (message.kind !== undefined) return message.kind === '942'
  return !has(message, '60') && !has(message, '62') && ['34F', '13', '90'].some((tag) => has(message, tag))
}

/** The statement goes on in another message, or began in one, and this file should hold that one too. */
function tellPages({ goesOn, statement, wentOn }: Page, index: number, pages: readonly Page[]): Statement {
  const complete = (!wentOn || pages[index - 1]?.goesOn === true) && (!goesOn || pages[index + 1]?.wentOn === true)
  if (complete) return statement
  const page = statement.sequence?.split('/')[1] ?? statement.sequence ?? '1'
  return { ...statement, warnings: [...statement.warnings, { code: 'statement_in_pages', facts: { page } }] }
}
