import type { OperationsOf } from '#platform/api'
import type { companyContract } from './contract.ts'
import { lookChanged } from './events.ts'
import { presentCompany } from './identity.ts'
import { readLogo } from './logo.ts'
import { loadCompany, updateCompany } from './store.ts'

type Operations = OperationsOf<typeof companyContract>

/** The colour and the logo of documents to come; those issued keep their look, byte for byte. */
export const saveLook: Operations['saveLook'] = async (context, { accentColor, logo: file }) => {
  const logo = file && (await readLogo(context, file))
  await updateCompany(context, {
    ...(accentColor !== undefined && { accent_color: accentColor }),
    ...(logo && { logo: logo.bytes, logo_media_type: logo.mediaType }),
  })
  const company = await loadCompany(context)
  context.record(lookChanged({}, { accentColor: company.accent_color, logo: logo ? 'given' : 'kept' }))
  return presentCompany(company, context.locale)
}

export const removeLogo: Operations['removeLogo'] = async (context) => {
  const { accent_color: accentColor } = await loadCompany(context)
  await updateCompany(context, { logo: null, logo_media_type: null })
  context.record(lookChanged({}, { accentColor, logo: 'removed' }))
  return presentCompany(await loadCompany(context), context.locale)
}
