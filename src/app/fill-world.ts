/**
 * Plays a sample company through the operations that everybody uses, at the dates of its events: the same numbers, documents, entries and
 * audit trail as if its people had worked for eighteen months.
 */
import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract'
import type { z } from 'zod'
import { writeDraft } from '#invoices'
import { receivePayment } from '#payments'
import { addMember, createPersonWithin, type Role } from '#people'
import { dayInParis } from '#core/day'
import { type Id, uuidv7 } from '#core/ids'
import { movableClock } from '#platform/clock'
import type { ProcedureMeta } from '#platform/contract'
import { type Db, enterScope } from '#platform/db'
import { createWriteDoor, type WriteDoor } from '#platform/write-door'
import { appendAudit } from '#audit'
import { broceliande, type World } from '../../worlds/index.ts'
import type { Application } from './application.ts'
import { contract } from './contract.ts'
import { playEvent } from './play-event.ts'
import type { Stage } from './stage.ts'

/** Who signs in to the sample company: the first of its people. */
export const SAMPLE_OWNER = 'solenn@atelier-broceliande.example'

export type Filled = { readonly name: string; readonly companyId: Id; readonly invoices: number; readonly seconds: number }

const EVENTS_PER_REPORT = 50

/** Fills the sample company, unless it is there already. `onProgress` is told how many of the events are done. */
export async function fillSampleCompany(
  application: Application,
  onProgress: (done: number, total: number) => void,
  world: World = broceliande({ until: dayInParis(application.clock.now()) }),
): Promise<Filled | undefined> {
  const startedAt = performance.now()
  const { database } = application
  const slug = slugOf(world.company.name)
  const known = await database.owner.selectFrom('companies').select('id').where('slug', '=', slug).executeTakeFirst()
  if (known) return undefined
  const clock = movableClock(`${world.from}T08:00:00Z`)
  const write = createWriteDoor({ database, clock, reactions: application.reactions, appendAudit })
  const companyId = uuidv7(application.clock.now())
  // All or nothing, and nobody else sees the company before it is whole.
  await database.writes.transaction().execute(async (db) => {
    const people = await settle(application, db, world)
    const [owner] = people
    if (owner === undefined) throw new Error('a sample company has people')
    await enterScope(db, { companyId, personId: owner.id })
    await found(db, companyId, application.clock.now(), world, slug)
    for (const { id, role } of people) await addMember({ db, companyId, now: application.clock.now() }, id, role)
    const perform = performer(application, write, db, { companyId, personId: owner.id, name: owner.name })
    await perform('invoices.setNumbering', { kind: 'invoice', pattern: world.company.numbering.invoices })
    await perform('invoices.setNumbering', { kind: 'credit_note', pattern: world.company.numbering.creditNotes })
    const stage: Stage = { world, companyId, ids: new Map(), perform }
    for (const [index, event] of world.events.entries()) {
      clock.moveTo(earlier(`${event.on}T09:00:00Z`, application.clock.now().toISOString()))
      await playEvent(stage, event)
      if (index % EVENTS_PER_REPORT === 0) onProgress(index, world.events.length)
    }
  })
  onProgress(world.events.length, world.events.length)
  return {
    name: world.company.name,
    companyId,
    invoices: world.events.filter((event) => event.kind === 'invoice-issued').length,
    seconds: (performance.now() - startedAt) / 1000,
  }
}

/** The same work without the page that the API answers with: nobody looks at it here. */
const BRIEF: Readonly<Record<string, unknown>> = { 'invoices.createDraft': writeDraft, 'payments.record': receivePayment }

/** Calls an operation by its name with input as it travels on the wire, within the open transaction. */
function performer(
  application: Application,
  write: WriteDoor,
  db: Db,
  who: { companyId: Id; personId: Id; name: string },
): Stage['perform'] {
  return async (name, input) => {
    const procedure = at(contract, name)
    const operation = BRIEF[name] ?? at(application.operations, name)
    if (!isContractProcedure(procedure) || typeof operation !== 'function') throw new Error(`no operation ${name}`)
    const decoded = schemaOf(procedure).parse(input)
    return write.within(
      db,
      {
        operation: name,
        companyId: who.companyId,
        personId: who.personId,
        actor: { kind: 'person', id: who.personId, name: who.name },
        locale: 'fr',
        input: decoded,
        sensitive: (procedure['~orpc'].meta as ProcedureMeta).sensitive === true,
      },
      operation as never,
    )
  }
}

const at = (table: unknown, name: string): unknown => name.split('.').reduce((node, key) => (node as Record<string, unknown>)[key], table)
const schemaOf = (procedure: AnyContractProcedure): z.ZodType => procedure['~orpc'].inputSchema as z.ZodType

async function found(db: Db, id: Id, at: Date, world: World, slug: string): Promise<void> {
  const { company } = world
  const [account] = company.bankAccounts
  await db
    .insertInto('companies')
    .values({
      id,
      slug,
      name: company.name,
      legal_form: company.legalForm,
      share_capital_cents: company.shareCapital === undefined ? null : BigInt(company.shareCapital.replace('.', '')),
      siren: company.siren,
      siret: company.siret,
      rcs_city: company.registeredAt,
      vat_number: company.vatNumber ?? null,
      vat_regime: company.vatNumber === undefined ? 'franchise' : 'normal',
      address_line1: company.address.line1,
      address_line2: company.address.line2 ?? '',
      postcode: company.address.postcode,
      city: company.address.city,
      email: company.email,
      phone: company.phone,
      website: company.website,
      e_address: company.siren,
      e_address_scheme: '0225',
      accent_color: company.colour.toLowerCase(),
      iban: account?.iban ?? null,
      bic: account?.bic ?? null,
      bank_name: account?.bankName ?? '',
      onboarded_at: at,
      created_at: new Date(`${world.from}T08:00:00Z`),
    })
    .execute()
}

type Settled = { readonly id: Id; readonly name: string; readonly role: Role }

/** Its people; the first is the owner, who signs what happens. */
async function settle({ clock }: Application, db: Db, world: World): Promise<Settled[]> {
  const settled: Settled[] = []
  for (const { email, name, role } of world.people)
    settled.push({ id: await createPersonWithin(db, { name, email }, clock.now()), name, role })
  return settled
}

/** Nothing of a story told this morning happens later today. */
const earlier = (a: string, b: string): string => (a < b ? a : b)

export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
