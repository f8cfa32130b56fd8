/**
 * A reader of OFX as banks write it: SGML whose values are not closed (OFX 1), XML (OFX 2), or something between. Groups are known by their
 * names; every other tag is a value, which ends at the next tag whether it is closed or not: an empty one swallows nothing.
 */
import { Refusal } from '#core/refusal'
import { plainText } from '../words.ts'

export type Group = {
  readonly name: string
  /** Line of the file on which it starts, from 1. */
  readonly line: number
  /** By tag; the first of several. */
  readonly values: ReadonlyMap<string, string>
  readonly groups: readonly Group[]
}

type Growing = Group & { readonly values: Map<string, string>; readonly groups: Growing[] }

/** Handed over when it ends, and not kept: memory does not grow with the number of transactions. `open` are the groups around it. */
export type TakeTransaction = (transaction: Group, open: readonly Group[]) => void

const TRANSACTIONS: ReadonlySet<string> = new Set(['STMTTRN', 'STMTTRNP'])
const GROUPS: ReadonlySet<string> = new Set([
  ...TRANSACTIONS,
  ...`OFX SIGNONMSGSRSV1 SONRS STATUS FI
    BANKMSGSRSV1 STMTTRNRS STMTRS BANKACCTFROM BANKTRANLIST BANKTRANLISTP
    CREDITCARDMSGSRSV1 CCSTMTTRNRS CCSTMTRS CCACCTFROM
    INVSTMTMSGSRSV1 INVSTMTTRNRS INVSTMTRS
    LEDGERBAL AVAILBAL BALLIST BAL
    PAYEE BANKACCTTO CCACCTTO CURRENCY ORIGCURRENCY`.split(/\s+/),
])

/** OFX goes 7 deep. */
const MAX_DEPTH = 32
/** Some twenty a statement: thousands of accounts fit. */
const MAX_GROUPS = 100_000
const MAX_VALUES = 100
/** A label of OFX has 255 characters at most. */
const MAX_LENGTH = 10_000
const STARTS_TAG = /[A-Za-z/]/
const TAG = /^(\/?)([A-Za-z][\w.:-]{0,63})(?=[\s/]|$)/
const REFERENCE = /&(?:(lt|gt|amp|apos|quot|nbsp)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));/g
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"', nbsp: ' ' }

/**
 * The `OFX` groups, one in nearly every file. A file that ends before they do is refused: nothing else in it would tell that lines are
 * missing.
 */
export function readGroups(text: string, take: TakeTransaction): readonly Group[] {
  const open: Growing[] = []
  const roots: Growing[] = []
  /** `before` is what a comment or CDATA parted from the text that goes on at `start`. */
  let value: { readonly name: string; before: string; start: number } | undefined
  let kept = 0
  let position = 0
  let line = 1
  let lineEnd = endOf(text, '\n', 0)
  let tagEnd = endOf(text, '>', 0)

  const lineAt = (offset: number): number => {
    while (lineEnd < offset) {
      line += 1
      lineEnd = endOf(text, '\n', lineEnd + 1)
    }
    return line
  }
  const broken = (): Refusal => new Refusal('ofx_broken', { facts: { line: lineAt(position) } })
  const endValue = (at: number): void => {
    const values = open.at(-1)?.values
    if (value && values && values.size < MAX_VALUES && !values.has(value.name)) {
      if (value.before.length + at - value.start > MAX_LENGTH) throw broken()
      values.set(value.name, plainText(withoutReferences(value.before + text.slice(value.start, at))))
    }
    value = undefined
  }
  const openGroup = (name: string, at: number): void => {
    if (open.length >= MAX_DEPTH) throw broken()
    open.push({ name, line: lineAt(at), values: new Map(), groups: [] })
  }
  const closeInnermost = (): void => {
    const group = open.pop()
    if (!group) return
    const parent = open.at(-1)
    if (TRANSACTIONS.has(group.name)) {
      take(group, open)
      return
    }
    kept += 1
    if (kept > MAX_GROUPS) throw broken()
    if (parent) parent.groups.push(group)
    else if (group.name === 'OFX') roots.push(group)
  }
  const closeGroup = (name: string): void => {
    const place = open.findLastIndex((group) => group.name === name)
    if (place === -1) return
    while (open.length > place) closeInnermost()
  }
  const startTag = (name: string, at: number): void => {
    if (!GROUPS.has(name)) {
      value = { name, before: '', start: tagEnd + 1 }
      return
    }
    // A transaction that was never closed ends where the next one starts.
    if (TRANSACTIONS.has(name) && TRANSACTIONS.has(open.at(-1)?.name ?? '')) closeInnermost()
    openGroup(name, at)
  }
  /** Past a comment, a declaration or CDATA. */
  const afterMark = (at: number): number => {
    const cdata = text.startsWith('<![CDATA[', at)
    if (/^<!(?:DOCTYPE|ENTITY)/i.test(text.slice(at, at + 9)))
      throw new Refusal('statement_entities_refused', { facts: { line: lineAt(at) } })
    const mark = cdata ? ']]>' : text.startsWith('<!--', at) ? '-->' : '>'
    const end = text.indexOf(mark, at)
    if (end === -1) throw broken()
    if (value) {
      if (value.before.length + end - value.start > MAX_LENGTH) throw broken()
      value.before += text.slice(value.start, at) + (cdata ? text.slice(at + 9, end).replaceAll('&', '&amp;') : '')
      value.start = end + mark.length
    }
    return end + mark.length
  }

  while (position < text.length) {
    const start = text.indexOf('<', position)
    if (start === -1) break
    position = start
    if (tagEnd < start) tagEnd = endOf(text, '>', start)
    const sign = text[start + 1] ?? ''
    if (sign === '!' || sign === '?') {
      position = afterMark(start)
      continue
    }
    const inTag = STARTS_TAG.test(sign) ? text.slice(start + 1, Math.min(tagEnd, start + 80)) : ''
    const tag = inTag.includes('<') ? null : TAG.exec(inTag)
    if (!tag) {
      position = start + 1 // a sign that somebody wrote in a label
      continue
    }
    if (tagEnd === Number.POSITIVE_INFINITY) break
    const name = (tag[2] ?? '').toUpperCase()
    endValue(start)
    if (tag[1] === '/') closeGroup(name)
    else startTag(name, start)
    position = tagEnd + 1
  }
  if (open.length > 0 || roots.length === 0) throw new Refusal('ofx_cut', { facts: { line: lineAt(text.length) } })
  return roots
}

function withoutReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(REFERENCE, (whole, named?: string, decimal?: string, hexadecimal?: string) => {
    if (named !== undefined) return NAMED[named] ?? whole
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
    return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' '
  })
}

/** Kept until passed: searched again at each tag, it would read the file once for every tag. */
function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from)
  return end === -1 ? Number.POSITIVE_INFINITY : end
}

/** The first group found by going down `path`: `inGroup(statement, 'LEDGERBAL')`. */
export const inGroup = (group: Group, name: string): Group | undefined => group.groups.find((inner) => inner.name === name)

/** The text of a value, undefined when absent or empty. */
export const valueOf = (group: Group | undefined, name: string): string | undefined => group?.values.get(name) || undefined

/** Every group of that name, wherever it stands. */
export function groupsNamed(groups: readonly Group[], names: ReadonlySet<string>): readonly Group[] {
  return groups.flatMap((group) => (names.has(group.name) ? [group] : groupsNamed(group.groups, names)))
}
