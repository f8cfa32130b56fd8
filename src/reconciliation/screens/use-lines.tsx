/** The lines of a view, page by page. One that was dealt with leaves at once; the rest is read again when the hand rests. */
import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { type ApiPage, keysetPages, listData } from '#ui/pages'
import { reconciliation, type WorkLine } from './api.tsx'

/** Kept apart from what each act refreshes. */
export const linesKey = ['bank-lines'] as const

/** A thousand lines are ten pages. */
const PAGE = 100

type Filter = Omit<Parameters<typeof reconciliation.worklist.call>[0], 'cursor' | 'limit'>

export function useLines(filter: Filter) {
  const queries = useQueryClient()
  const query = useInfiniteQuery({
    ...reconciliation.worklist.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filter, limit: PAGE, ...(cursor !== undefined && { cursor }) }),
      ...keysetPages,
    }),
    queryKey: [...linesKey, filter],
  })
  const drop = (lineId: string) =>
    queries.setQueryData<InfiniteData<ApiPage<WorkLine>>>(
      [...linesKey, filter],
      (known) =>
        known && {
          ...known,
          pages: known.pages.map((page) => Object.assign({}, page, { rows: page.rows.filter(({ id }) => id !== lineId) })),
        },
    )
  return { ...listData(query), drop }
}
