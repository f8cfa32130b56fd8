/** Who opens a hosted page: a person, or a program that looks at links before a person does. */

const PROGRAMS =
  /bot|crawl|spider|slurp|preview|scan|fetch|monitor|facebookexternalhit|whatsapp|telegram|slack|discord|skypeuripreview|linkedin|curl|wget|python|java\/|okhttp|go-http|proofpoint|mimecast|barracuda|safelinks/i

/** Counts as seen by the customer: a GET of a browser, not fetched in advance. */
export function isPersonReading(method: string, headers: Headers): boolean {
  const agent = headers.get('user-agent') ?? ''
  const purpose = `${headers.get('sec-purpose') ?? ''} ${headers.get('purpose') ?? ''} ${headers.get('x-moz') ?? ''}`
  return method === 'GET' && agent !== '' && !PROGRAMS.test(agent) && !/prefetch|prerender|preview/i.test(purpose)
}
