/** What the browser remembers of the API's answers, begun with what the server wrote in the page. */
import { QueryClient } from '@tanstack/react-query'
import { generateOperationKey } from '@orpc/tanstack-query'
import { refusalOf } from '#ui/api'

/** An answer given in advance, in `<script type="application/json" id="first-data">[…]</script>`, as its procedure would give it. */
type FirstAnswer = { readonly path: readonly string[]; readonly input?: unknown; readonly output: unknown }

/** Long enough that going back and forth asks nothing, short enough that a colleague's work shows. */
const FRESH_MS = 30_000

export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      // The transport already tries again what the network lost; a refusal stays a refusal.
      queries: { staleTime: FRESH_MS, retry: false },
      mutations: { retry: false },
    },
  })
  for (const { path, input, output } of readFirstData()) client.setQueryData(generateOperationKey(path, { type: 'query', input }), output)
  return client
}

function readFirstData(): readonly FirstAnswer[] {
  const block = document.querySelector('#first-data')?.textContent
  return block ? (JSON.parse(block) as FirstAnswer[]) : []
}

/** When a session ends under someone's hands, the next answer says so: ask again who is signed in, and the gate does the rest. */
export function watchSessionEnd(client: QueryClient, sessionKey: readonly unknown[]): void {
  const check = (error: unknown) => {
    if (refusalOf(error)?.status === 401 && client.getQueryData(sessionKey)) void client.resetQueries({ queryKey: sessionKey })
  }
  client.getQueryCache().subscribe((event) => event.type === 'updated' && event.action.type === 'error' && check(event.action.error))
  client.getMutationCache().subscribe((event) => event.type === 'updated' && event.action.type === 'error' && check(event.action.error))
}
