import type { OperationsOf } from '#platform/api'
import type { WriteContext } from '#platform/context'
import type { companyContract } from './contract.ts'
import { companyFounded } from './events.ts'
import { identityColumns, presentCompany } from './identity.ts'
import { nextSlug, slugOf } from './rules/slug.ts'
import { type CompanyColumns, insertCompany, loadCompany } from './store.ts'

/** More companies of one name than any machine of ours will hold. */
const MOST_ATTEMPTS = 1_000

/** Founds a company; that its founder becomes its owner follows from the event (`app/reactions.ts`). */
export const createCompany: OperationsOf<typeof companyContract>['create'] = async (context, input) => {
  await context.enterCompany(context.newId())
  const slug = await insertUnderFreeSlug(context, identityColumns(input))
  context.record(companyFounded({}, { name: input.name, slug }))
  return presentCompany(await loadCompany(context), context.locale)
}

async function insertUnderFreeSlug(context: WriteContext, columns: CompanyColumns & { name: string }): Promise<string> {
  const wished = slugOf(columns.name)
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const slug = nextSlug(wished, attempt)
    if (await insertCompany(context, slug, columns)) return slug
  }
  throw new Error(`no free slug near ${wished}`)
}
