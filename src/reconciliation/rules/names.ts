/** Recognises a customer by the account it pays from, or by its name, which banks write in capitals and cut short. */
import type { Id } from '#core/ids'
import { aliasOf } from './alias.ts'
import type { Evidence, KnownCustomer, LearntAlias, LearntIban, LineFacts, Recognised } from './model.ts'
import { atomsOf, plainText } from './plain-text.ts'

export type CustomerIndex = {
  readonly nameOf: ReadonlyMap<Id, string>
  readonly byIban: ReadonlyMap<string, readonly LearntIban[]>
  readonly byAlias: ReadonlyMap<string, readonly LearntAlias[]>
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

export function customerIndex(
  customers: readonly KnownCustomer[],
  ibans: readonly LearntIban[],
  aliases: readonly LearntAlias[],
): CustomerIndex {
  const named = customers.map(({ customerId, name }) => ({ customerId, name: wordsOf(name).join('') })).filter(({ name }) => name !== '')
  return {
    nameOf: new Map(customers.map(({ customerId, name }) => [customerId, name])),
    byIban: Map.groupBy(ibans, (learnt) => learnt.iban),
    byAlias: Map.groupBy(aliases, (learnt) => learnt.alias),
    byWholeName: new Map(
      [...Map.groupBy(named, ({ name }) => name)].map(([name, group]) => [name, group.map(({ customerId }) => customerId)]),
    ),
    byStart: Map.groupBy(
      named.filter(({ name }) => name.length >= START),
      ({ name }) => name.slice(0, START),
    ),
  }
}

/** The one customer that the line tells, or nobody when it tells none or several. Account and name that tell two are no ground to act. */
export function customerOf(index: CustomerIndex, line: LineFacts): CustomerSeen | undefined {
  const [first, second] = [byIban(index, line.iban), byName(index, line) ?? byAlias(index, line)]
  if (!first || !second) return first ?? second
  return first.customerId === second.customerId ? { ...first, sure: true } : { ...first, sure: false }
}

/** Times that a person or a number has said who it is. */
const ENOUGH_TO_ACT = 2

function byAlias(index: CustomerIndex, line: LineFacts): CustomerSeen | undefined {
  const alias = aliasOf(line)
  const [learnt, another] = alias === undefined ? [] : (index.byAlias.get(alias.text) ?? [])
  if (!learnt || another || alias === undefined) return undefined
  const name = index.nameOf.get(learnt.customerId) ?? ''
  return {
    customerId: learnt.customerId,
    evidence: { code: 'alias_seen', facts: { times: learnt.times, name, alias: alias.written } },
    recognised: { kind: 'name', text: alias.written },
    sure: learnt.times >= ENOUGH_TO_ACT,
  }
}

function byIban(index: CustomerIndex, iban: string | undefined): CustomerSeen | undefined {
  const seen = iban === undefined ? [] : (index.byIban.get(iban) ?? [])
  const [learnt] = seen
  // An account that paid for two customers (a group, an accountant) tells neither.
  if (!learnt || seen.length > 1 || iban === undefined) return undefined
  const name = index.nameOf.get(learnt.customerId) ?? ''
  return {
    customerId: learnt.customerId,
    evidence: { code: 'iban_seen', facts: { times: learnt.times, name } },
    recognised: { kind: 'iban', text: iban },
    sure: learnt.times >= ENOUGH_TO_ACT,
  }
}

function byName(index: CustomerIndex, { counterparty, texts }: LineFacts): CustomerSeen | undefined {
  const places = counterparty === undefined ? texts : [counterparty, ...texts]
  for (const place of places) {
    const seen = nameIn(index, place, place === counterparty)
    if (seen) return seen
  }
  return undefined
}

function nameIn(index: CustomerIndex, place: string, alone: boolean): CustomerSeen | undefined {
  const words = wordsOf(place)
  const whole = alone ? (index.byWholeName.get(words.join('')) ?? []) : []
  const customerIds = withLegalForm(index, whole.length > 0 ? whole : startsIn(index, words), place)
  const [customerId, another] = customerIds
  if (customerId === undefined || another !== undefined) return undefined
  const name = index.nameOf.get(customerId) ?? ''
  return {
    customerId,
    evidence: { code: 'name_recognised', facts: { name } },
    recognised: { kind: 'name', text: firstWritten(place, name) },
    sure: true,
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

const allWords = (text: string): string => atomsOf(plainText(text)).map((atom) => atom.text).join(' ')

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
