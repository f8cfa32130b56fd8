/** Recognises a customer by the account it pays from, or by its name, which banks write in capitals and cut short. */
import type { Id } from '#core/ids'
import type { Evidence, KnownCustomer, LearntMark, LineFacts, Mark, Recognised } from './model.ts'
import { marksOf, type WrittenMark } from './marks.ts'
import { atomsOf, plainText } from './plain-text.ts'

export type CustomerIndex = {
  readonly nameOf: ReadonlyMap<Id, string>
  readonly byMark: ReadonlyMap<string, readonly LearntMark[]>
  readonly byWholeName: ReadonlyMap<string, readonly Id[]>
  /** By the first letters of the name: enough to look closer. */
  readonly byStart: ReadonlyMap<string, readonly { readonly customerId: Id; readonly name: string }[]>
}

/** `sure`: enough to act on, if the amount says the same. */
export type CustomerSeen = { readonly customerId: Id; readonly evidence: Evidence; readonly recognised: Recognised; readonly sure: boolean }

const START = 8
/** A name cut by the bank still counts when this much of it stands there. */
const ENOUGH_OF_A_NAME = 12

const NOT_PART_OF_A_NAME = new Set(
  'SARL SAS SASU SA EURL EI EIRL SCI SNC SCOP SCP SELARL SOCIETE STE ETS ETABLISSEMENTS M MR MME MLLE MONSIEUR MADAME OU ET LA LE LES DE DU DES D L'.split(
    ' ',
  ),
)

const wordsOf = (name: string): string[] => {
  const all = atomsOf(plainText(name)).map((atom) => atom.text)
  const kept = all.filter((word) => !NOT_PART_OF_A_NAME.has(word))
  return kept.length > 0 ? kept : all
}

export function customerIndex(customers: readonly KnownCustomer[], marks: readonly LearntMark[]): CustomerIndex {
  const named = customers.map(({ customerId, name }) => ({ customerId, name: wordsOf(name).join('') })).filter(({ name }) => name !== '')
  return {
    nameOf: new Map(customers.map(({ customerId, name }) => [customerId, name])),
    byMark: Map.groupBy(marks, keyOf),
    byWholeName: new Map(
      [...Map.groupBy(named, ({ name }) => name)].map(([name, group]) => [name, group.map(({ customerId }) => customerId)]),
    ),
    byStart: Map.groupBy(
      named.filter(({ name }) => name.length >= START),
      ({ name }) => name.slice(0, START),
    ),
  }
}

const keyOf = ({ kind, text }: Mark): string => `${kind} ${text}`

/** The one customer that the line tells, or nobody when it tells none or several. Account and name that tell two are no ground to act. */
export function customerOf(index: CustomerIndex, line: LineFacts): CustomerSeen | undefined {
  const [iban, alias] = marksOf(line)
  const [first, second] = [byMark(index, iban), byName(index, line) ?? byMark(index, alias)]
  if (!first || !second) return first ?? second
  // An account and the name beside it were learnt on the same lines: they are one witness.
  return { ...first, sure: first.customerId === second.customerId && (first.sure || second.sure) }
}

/** Times that a person, or a number, has said who it is. An accountant's first payments may all be for one customer. */
const ENOUGH_TO_ACT = 3

function byMark({ byMark: known, nameOf }: CustomerIndex, mark: WrittenMark | undefined): CustomerSeen | undefined {
  const [learnt, another] = mark ? (known.get(keyOf(mark)) ?? []) : []
  // An account that paid for two customers (a group, an accountant) tells neither.
  if (!learnt || another || !mark) return undefined
  const { customerId, times } = learnt
  const facts = { times, name: nameOf.get(customerId) ?? '' }
  return {
    customerId,
    evidence: mark.kind === 'iban' ? { code: 'iban_seen', facts } : { code: 'alias_seen', facts: { ...facts, alias: mark.written } },
    recognised: { kind: mark.kind === 'iban' ? 'iban' : 'name', text: mark.written },
    sure: times >= ENOUGH_TO_ACT,
  }
}

/** Several customers of one name, or that one account paid for: none is told, any may be meant. */
export function customersPossible(index: CustomerIndex, line: LineFacts): readonly CustomerSeen[] {
  const names = namesIn(index, line)
  if (names && names.customerIds.length > 1 && names.customerIds.length <= MOST_NAMESAKES) {
    return names.customerIds.map((customerId) => seenByName(index, customerId, names.place, false))
  }
  const shared = marksOf(line).flatMap((mark) => (mark ? (index.byMark.get(keyOf(mark)) ?? []) : []))
  const known = new Map(shared.map((learnt) => [learnt.customerId, learnt]))
  if (known.size > MOST_NAMESAKES) return []
  return [...known.values()].map(({ customerId, text, times }) => ({
    customerId,
    evidence: { code: 'mark_shared', facts: { times, name: index.nameOf.get(customerId) ?? '' } },
    recognised: { kind: 'name', text },
    sure: false,
  }))
}

const MOST_NAMESAKES = 4

function byName(index: CustomerIndex, line: LineFacts): CustomerSeen | undefined {
  const names = namesIn(index, line)
  const [customerId, another] = names?.customerIds ?? []
  return names && customerId !== undefined && another === undefined ? seenByName(index, customerId, names.place, true) : undefined
}

/** The customers of the first text that names any: one, or several of that name. */
function namesIn(index: CustomerIndex, { counterparty, texts }: LineFacts): { customerIds: readonly Id[]; place: string } | undefined {
  const places = counterparty === undefined ? texts : [counterparty, ...texts]
  let several: { customerIds: readonly Id[]; place: string } | undefined
  for (const place of places) {
    const words = wordsOf(place)
    const whole = place === counterparty ? (index.byWholeName.get(words.join('')) ?? []) : []
    const customerIds = withLegalForm(index, whole.length > 0 ? whole : startsIn(index, words), place)
    if (customerIds.length === 1) return { customerIds, place }
    if (customerIds.length > 1) several ??= { customerIds, place }
  }
  return several
}

function seenByName({ nameOf }: CustomerIndex, customerId: Id, place: string, alone: boolean): CustomerSeen {
  const name = nameOf.get(customerId) ?? ''
  return {
    customerId,
    evidence: { code: alone ? 'name_recognised' : 'name_of_several', facts: { name } },
    recognised: { kind: 'name', text: firstWritten(place, name) },
    sure: alone,
  }
}

/** Of several customers whose names differ by SARL or SAS only, the one that is written with its own. */
function withLegalForm({ nameOf }: CustomerIndex, customerIds: readonly Id[], place: string): readonly Id[] {
  if (customerIds.length < 2) return customerIds
  const written = ` ${allWords(place)} `
  const whole = customerIds.filter((id) => written.includes(` ${allWords(nameOf.get(id) ?? '')} `))
  const longest = Math.max(...whole.map((id) => allWords(nameOf.get(id) ?? '').length))
  const best = whole.filter((id) => allWords(nameOf.get(id) ?? '').length === longest)
  return best.length === 1 ? best : customerIds
}

const allWords = (text: string): string =>
  atomsOf(plainText(text))
    .map((atom) => atom.text)
    .join(' ')

/** Customers of whom the most is written, from some word of the text on. */
function startsIn(index: CustomerIndex, words: readonly string[]): Id[] {
  let best: Id[] = []
  let most = 0
  for (let at = 0; at < words.length; at += 1) {
    const rest = words.slice(at).join('')
    for (const { customerId, name } of index.byStart.get(rest.slice(0, START)) ?? []) {
      const common = commonStart(rest, name)
      if (common < name.length && common < ENOUGH_OF_A_NAME && common < rest.length) continue
      if (common > most) [best, most] = [[customerId], common]
      else if (common === most && !best.includes(customerId)) best.push(customerId)
    }
  }
  return best
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  return length
}

/** From the first word of the name to the last that stands there, as written. */
function firstWritten(place: string, name: string): string {
  const wanted = new Set(wordsOf(name))
  const atoms = atomsOf(plainText(place)).filter(({ text }) => wanted.has(text))
  const [first] = atoms
  return first ? place.normalize('NFC').slice(first.at, atoms.at(-1)?.end) : place
}
