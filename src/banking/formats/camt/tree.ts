import type { XmlElement } from '../xml.ts'

/** The first element found by going down `path`, by local names: `at(entry, 'BookgDt', 'Dt')`. */
export function at(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let here = element
  for (const name of path) here = here?.children.find((child) => child.name === name)
  return here
}

export function all(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The text there, undefined when absent or empty. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return at(element, ...path)?.text || undefined
}

/** The text of the first path that has one. */
export function firstText(element: XmlElement | undefined, ...paths: readonly (readonly string[])[]): string | undefined {
  for (const path of paths) {
    const text = textAt(element, ...path)
    if (text !== undefined) return text
  }
  return undefined
}
