import { markup } from '#platform/markup'
import { pageSentences } from '../texts.ts'
import { frame, type HostedPage } from './frame.ts'

/** Whose document it was is not known: both languages. */
export function refusedPage(code: keyof typeof pageSentences.fr): HostedPage {
  const body = markup`<main class="refused">
<h1>${pageSentences.fr[code]}</h1>
<p lang="en">${pageSentences.en[code]}</p>
</main>`
  return frame({ locale: 'fr', title: 'Encours', accent: '#1f5f5b', body })
}
