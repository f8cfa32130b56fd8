/** What the installation still lacks, said quietly to whoever may complete it; nothing once it is whole. */
import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '#ui/locale'
import { useCan } from '#ui/session'
import { type Company, companies, mail } from './api.tsx'
import classes from './home.module.css'
import { screenTexts } from './texts.ts'

/** Nobody has an address there (RFC 2606): the sample company sends nothing and lacks no mail server. */
const NOWHERE = '.example'

export function useSetup() {
  const enabled = useCan('company:write')
  const company = useQuery({ ...companies.get.queryOptions(), enabled })
  const server = useQuery({ ...mail.server.queryOptions(), enabled })
  return { isLoading: company.isLoading || server.isLoading, company: company.data, leaves: server.data?.leaves }
}

type Props = { setup: ReturnType<typeof useSetup>; started: boolean; slug: string }

export function Setup({ setup: { company, leaves }, slug, started }: Props) {
  const texts = useTexts(screenTexts)
  if (!company) return null
  const missing = missingParts(company, started)
  const keepsMail = leaves === false && !company.email.endsWith(NOWHERE)
  if (missing.length === 0 && !keepsMail) return null
  return (
    <div className={classes.setup}>
      {missing.length > 0 && (
        <Text c="dimmed">
          {texts.toComplete}{' '}
          {missing.map(([part, path], place) => (
            <span key={part}>
              {place > 0 && ' · '}
              <Anchor component={Link} to={`/${slug}${path}`}>
                {texts.parts[part]}
              </Anchor>
            </span>
          ))}
        </Text>
      )}
      {keepsMail && (
        <Text c="dimmed">
          {texts.mailStays}{' '}
          <Anchor component={Link} to={`/${slug}/courrier`}>
            {texts.mailHow}
          </Anchor>
        </Text>
      )}
    </div>
  )
}

type Part = keyof typeof screenTexts.fr.parts

/** What an invoice needs of its company, and, before the first one, what the guided start has not asked yet: each with where it is given. */
function missingParts({ address, iban, onboarded, siren }: Company, started: boolean): (readonly [Part, path: string])[] {
  const parts: readonly (readonly [Part, path: string, missing: boolean])[] = [
    ['siren', '/reglages', siren === null],
    ['address', '/reglages', address.line1 === '' || address.city === ''],
    ['bank', '/reglages/paiement', iban === null],
    ['start', '/bienvenue?etape=paiement', !onboarded && !started],
  ]
  return parts.flatMap(([part, path, missing]) => (missing ? [[part, path] as const] : []))
}
