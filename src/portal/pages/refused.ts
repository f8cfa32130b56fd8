import { markup } from '#platform/markup'
import { refusals } from '../texts.ts'
import { frame, type HostedPage } from './frame.ts'

/** Whose document it was is not known: both languages. */
export function refusedPage(code: keyof typeof refusals.fr): HostedPage {
  const body = markup`<main class="refused">
<h1>${refusals.fr[code]}</h1>
<p lang="en">${refusals.en[code]}</p>
</main>`
  return frame({ locale: 'fr', title: 'Encours', accent: '#1f5f5b', body })
}
