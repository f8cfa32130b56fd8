/** What is costly to read again waits until the hand rests: a person who accepts line after line is never kept waiting for the list. */
import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

const REST_MS = 1_500

/** `changedAt`: when the cheap answer that every act refreshes last came. */
export function useRefreshAtRest(changedAt: number, keys: readonly QueryKey[]): void {
  const queries = useQueryClient()
  const seen = useRef(changedAt)
  useEffect(() => {
    if (changedAt === seen.current) return undefined
    const first = seen.current === 0
    const timer = setTimeout(
      () => {
        seen.current = changedAt
        if (first) return
        for (const queryKey of keys) void queries.invalidateQueries({ queryKey })
      },
      first ? 0 : REST_MS,
    )
    return () => clearTimeout(timer)
  }, [changedAt, keys, queries])
}
