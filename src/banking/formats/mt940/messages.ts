import { type NumberedLine, linesOf } from '../lines.ts'
import { refuseBeyond } from '../recognise.ts'

/** A tag and its value, which may go on over several lines; `room` is what it may still hold. */
export type Field = { readonly tag: string; readonly lines: string[]; readonly line: number; room: number }

type Kind = '940' | '942' | undefined

export type Message = { readonly kind: Kind; readonly fields: Field[]; readonly line: number }

/** Tags of MT940, MT942 and MT950. Anything else between colons is text: `:12:11` is the end of a time that was wrapped. */
const TAG = /^[ \t]*:(13D?|20|21|25P?|28C?|34F|60[FM]?|61|62[FM]?|64[A-Z]?|65[A-Z]?|86|90[CD]|NS):(.*)$/
const BLOCK = /^ *\{[1-5S]:/
const KIND = /\{2:[IO](94[0-2]|950)/
const NAMED_KIND = /^:(940|942|950):/
/** Only a line that starts so can be anything but text: asked first, since a text may have millions of lines. */
const TELLING = /^[ \t]*[:{-]/
const END_MARK = /^ *-(?:\}(.*)| *)$/

/** A remittance has 390 characters, the most talkative banks write 1,000: what goes on for longer is no text any more. */
const MOST_CHARACTERS = 8192

/** An entry, its text, and what a bank adds of its own. */
const FIELDS_PER_LINE = 3

/**
 * The messages of a file, with or without SWIFT blocks around them, parted by `-`, by blocks or by nothing. `onStray` is told of lines
 * that belong to none of them.
 */
export function* messagesOf(text: string, onStray: (line: NumberedLine) => void): Generator<Message> {
  let kind: Kind
  let message: Message | undefined
  let field: Field | undefined
  let started = false
  let fields = 0
  for (const line of linesOf(text)) {
    let content = line.text
    const telling = TELLING.test(content)
    const end = telling ? END_MARK.exec(content) : null
    if (end || (telling && (BLOCK.test(content) || NAMED_KIND.test(content)))) {
      if (message) yield message
      message = undefined
      field = undefined
      content = end ? (end[1] ?? '') : content
      kind = kindOf(KIND.exec(content)?.[1] ?? NAMED_KIND.exec(content)?.[1]) ?? kind
      const body = content.indexOf('{4:')
      content = body < 0 ? '' : content.slice(body + 3)
    }
    const [tagged, tag = '', value = ''] = (telling && TAG.exec(content)) || []
    if (tagged !== undefined) {
      if (message && startsAnother(message, tag)) {
        yield message
        message = undefined
      }
      started = true
      message ??= { kind, fields: [], line: line.number }
      // Dutch banks repeat the tag before each line of the same text.
      if (tag !== '86' || field?.tag !== '86') {
        field = { tag, lines: [], line: line.number, room: MOST_CHARACTERS }
        message.fields.push(field)
        refuseBeyond(++fields / FIELDS_PER_LINE)
      }
      addLine(field, value)
    } else if (field) addLine(field, content)
    else if (started && content.trim() !== '') onStray(line)
  }
  if (message) yield message
}

const kindOf = (number: string | undefined): Kind => (number === undefined ? undefined : number === '942' ? '942' : '940')

/** A reference always opens a message; where the bank or an accident left it out, an account or an opening balance after the closing one. */
function startsAnother({ fields }: Message, tag: string): boolean {
  if (tag === '20') return true
  const has = (start: string): boolean => fields.some((field) => field.tag.startsWith(start))
  return (tag.startsWith('25') || tag.startsWith('28') || tag.startsWith('60')) && (has('62') || has(tag.slice(0, 2)))
}

/** True once something was left out. */
export const isShortened = (field: Field): boolean => field.room < 0

function addLine(field: Field, text: string): void {
  if (field.room > 0) field.lines.push(text.slice(0, field.room))
  if (field.room >= 0) field.room -= text.length + 1
}
