import type { XmlElement } from '../xml/element.ts'

/** Local names from an element inwards. */
export type Path = readonly string[]

const MARKS = ['!', '+', '*'] as const

/** `!` written even when empty, `+` written with whatever tells something around it, `*` may stand again. */
export type Mark = (typeof MARKS)[number]

export type Step = {
  readonly prefix: string | undefined
  readonly name: string
  readonly condition: string | undefined
  readonly mark: Mark | undefined
}

const STEP = /^(?:(\w+):)?(\w+)(?:\[([^\]]+)\])?([!+*])?$/

/** `ram:Name[ID@schemeID=VA]!/ID@schemeID` in its parts. */
export function parsePath(path: string): { readonly steps: readonly Step[]; readonly attribute: string | undefined } {
  const bare = path.replace(/\[[^\]]*\]/g, (condition) => condition.replaceAll('@', '\u0001').replaceAll('/', '\u0002'))
  const [elements = '', attribute] = bare.split('@')
  const steps = elements === '' || elements === '.' ? [] : elements.split('/').map(stepOf)
  return { steps, attribute }
}

function stepOf(text: string): Step {
  const match = STEP.exec(text.replaceAll('\u0001', '@').replaceAll('\u0002', '/'))
  if (!match) throw new Error(`no step of a path: ${text}`)
  return { prefix: match[1], name: match[2] ?? '', condition: match[3], mark: MARKS.find((mark) => mark === match[4]) }
}

/** The first element at a path, if any. */
export function find(element: XmlElement, path: Path): XmlElement | undefined {
  let at: XmlElement | undefined = element
  for (const name of path) {
    at = at.children.find((child) => child.name === name)
    if (!at) return undefined
  }
  return at
}
