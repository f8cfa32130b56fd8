/** What a reader of XML makes of a file. */
export type XmlElement = {
  /** Local name. */
  readonly name: string
  /** The name as written. */
  readonly written: string
  readonly namespace: string
  /** By name as written, without those that declare namespaces. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text of a leaf, exactly; empty in an element that has children. */
  readonly text: string
  /** Where its `<` stands in the source, in UTF-16 units. */
  readonly at: number
}

export type XmlDocument = {
  readonly root: XmlElement
  readonly source: string
  /** Text between elements, where none belongs: of each element the first, of a file the first hundred. */
  readonly strays: ReadonlyMap<XmlElement, string>
}

/** What all elements without attributes share. */
export const NO_ATTRIBUTES: Record<string, string> = Object.freeze({})
