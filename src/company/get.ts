import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { companyContract } from './contract.ts'
import { presentCompany } from './identity.ts'
import { LOGO_EXTENSIONS } from './logo.ts'
import type { LogoMediaType } from './rules/logo.ts'
import { loadCompany } from './store.ts'

type Operations = OperationsOf<typeof companyContract>

export const getCompany: Operations['get'] = async (context) => presentCompany(await loadCompany(context), context.locale)

export const logo: Operations['logo'] = async (context) => {
  const { logo: bytes, logo_media_type: mediaType } = await loadCompany(context)
  if (bytes === null || mediaType === null) throw new Refusal('not_found', { status: 404 })
  return new File([new Uint8Array(bytes)], `logo.${LOGO_EXTENSIONS[mediaType as LogoMediaType]}`, { type: mediaType })
}
