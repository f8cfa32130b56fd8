import type { Place } from '../reading.ts'
import type { XmlElement } from './element.ts'

/** Finds line and column by the starts of the lines, listed when first asked. */
export function placesIn(source: string): (element: XmlElement) => Place {
  let starts: number[] | undefined
  return ({ at, written }) => {
    if (!starts) {
      starts = [0]
      for (let end = source.indexOf('\n'); end >= 0; end = source.indexOf('\n', end + 1)) starts.push(end + 1)
    }
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1, element: written }
  }
}
