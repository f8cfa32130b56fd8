/** Certain lines that wait, read page by page in the background; read again once the hand rests, never at each key. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { listData, keysetPages } from '#ui/pages'
import { type CertainRow, reconciliation } from './api.tsx'

/** As many as can be applied at once. */
export const MOST_CERTAIN = 1_000
const PAGE = 100

/** Kept apart from what each act refreshes. */
export const certainKey = ['certain-lines'] as const

export function useCertain(enabled: boolean): { readonly rows: readonly CertainRow[]; readonly more: boolean; readonly whole: boolean } {
  const query = useInfiniteQuery({
    ...reconciliation.certain.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: PAGE, ...(cursor !== undefined && { cursor }) }),
      ...keysetPages,
    }),
    queryKey: certainKey,
    enabled,
    placeholderData: keepPreviousData,
  })
  const { more, rows } = listData(query)
  const goesOn = more !== undefined && rows.length < MOST_CERTAIN
  const { fetchNextPage, isError, isFetching } = query
  useEffect(() => {
    if (goesOn && !isFetching && !isError) void fetchNextPage()
  }, [goesOn, isFetching, isError, fetchNextPage])
  return { rows: rows.slice(0, MOST_CERTAIN), more: more !== undefined, whole: !goesOn && query.data !== undefined }
}
