/** From pages of the API (`{ rows, nextCursor }`) to the rows of a list. */
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ListData } from './data-list.tsx'

export type ApiPage<Row> = { readonly rows: readonly Row[]; readonly nextCursor: string | null }

/** What `useInfiniteQuery(list.infiniteOptions({ input: (cursor) => …, ...keysetPages }))` needs besides its input. */
export const keysetPages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: { readonly nextCursor: string | null }): string | undefined => last.nextCursor ?? undefined,
}

export function listData<Row>(query: UseInfiniteQueryResult<InfiniteData<ApiPage<Row>>>): ListData<Row> {
  return {
    rows: query.data?.pages.flatMap(({ rows }) => rows) ?? [],
    loading: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
    ...(query.hasNextPage && { more: { loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() } }),
  }
}
