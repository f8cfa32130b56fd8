import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Holds what the last drawing was given, for listeners that outlive it. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
