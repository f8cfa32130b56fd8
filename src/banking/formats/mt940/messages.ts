import { linesOf } from '../lines.ts'

/** A tag and its value, which may go on over several lines; `room` is what it may still hold. */
export type Field = { readonly tag: string; readonly lines: string[]; readonly line: number; room: number }

export type Message = { readonly kind: '940' | '942' | undefined; readonly fields: Field[]; readonly line: number }

export type Messages = {
  readonly messages: readonly Message[]
  readonly strays: readonly { readonly line: number; readonly text: string }[]
}

/** Tags of MT940, MT942 and MT950. Anything else between colons is text: `:12:11` is the end of a time that was wrapped. */
const TAG = /^[ \t]*:(13D?|20|21|25P?|28C?|34F|60[FM]?|61|62[FM]?|64[A-Z]?|65[A-Z]?|86|90[CD]|NS):(.*)$/
const BLOCK = /^\{[1-5S]:/
const KIND = /\{2:[IO](94[0-2]|950)/
const NAMED_KIND = /^:(940|942|950):/
const END_MARK = /^-(?:\}|$)/

/** A remittance has 390 characters, the most talkative banks write 1,000: what goes on for longer is no text any more. */
const MOST_CHARACTERS = 8192
const MOST_STRAYS = 100

/** The messages of a file, with or without SWIFT blocks around them, one after the other or parted by `-`. */
export function messagesOf(text: string): Messages {
  const messages: Message[] = []
  const strays: { line: number; text: string }[] = []
  let kind: Message['kind']
  let message: Message | undefined
  let field: Field | undefined
  const end = (): void => {
    message = undefined
    field = undefined
  }
  const take = (content: string, line: number): void => {
    if (BLOCK.test(content)) {
      end()
      kind = kindOf(KIND.exec(content)?.[1]) ?? kind
      const body = content.indexOf('{4:')
      if (body >= 0) take(content.slice(body + 3), line)
      return
    }
    const tagged = TAG.exec(content)
    if (tagged) {
      const tag = tagged[1] ?? ''
      if (!message || startsAnother(message, tag)) {
        message = { kind, fields: [], line }
        messages.push(message)
      }
      // Dutch banks repeat the tag before each line of the same text.
      if (tag !== '86' || field?.tag !== '86') {
        field = { tag, lines: [], line, room: MOST_CHARACTERS }
        message.fields.push(field)
      }
      addLine(field, tagged[2] ?? '')
    } else if (NAMED_KIND.test(content)) {
      end()
      kind = kindOf(content.slice(1, 4))
    } else if (END_MARK.test(content.trim())) {
      end()
      const rest = content.trim().slice(2).trim()
      if (rest !== '') take(rest, line)
    } else if (field) addLine(field, content)
    else if (content.trim() !== '' && messages.length > 0 && strays.length < MOST_STRAYS) strays.push({ line, text: content })
  }
  let line = 0
  for (const content of linesOf(text)) take(content.replace(/\p{Cc}/gu, ' '), ++line)
  return { messages, strays }
}

const kindOf = (number: string | undefined): Message['kind'] => (number === undefined ? undefined : number === '942' ? '942' : '940')

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
