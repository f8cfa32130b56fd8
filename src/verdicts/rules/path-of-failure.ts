/** Where in the invoice a failure belongs, also when the rule that found it looked at the file (XML elements, the PDF) and not at the invoice. */
import type { Examination, Reading } from '#einvoice'

type Failure = Examination['failures'][number]

/** What the rules of the PDF compare with the XML. */
const PATH_OF_TERM: Readonly<Record<string, string>> = { 'BT-1': 'number', 'BT-24': 'guideline', 'BT-112': 'totals.gross' }

const key = (line: number | undefined, column: number | undefined): string => `${line}:${column}`

/** Answers the path of a field or group of the model; empty when the fault is of the file itself. */
export function pathFinder({ places }: Pick<Reading, 'places'>): (failure: Failure) => string {
  let atPlace: Map<string, string> | undefined
  return (failure) => {
    if (!('path' in failure)) return PATH_OF_TERM[failure.term] ?? ''
    if (failure.path !== '') return failure.path
    atPlace ??= new Map([...places].map(([path, { column, line }]) => [key(line, column), path]))
    return atPlace.get(key(failure.line, failure.column)) ?? ''
  }
}
