import { qualifiedName, referenced } from './characters.ts'
import { refuse } from './refuse.ts'

/**
 * Texts and attribute values of one source, line ends normalised and references resolved. The next `&`, carriage return and `]]>` are looked
 * for once each, so that most texts are cut out without being looked through. Positions only ever grow.
 */
export class Content {
  readonly #source: string
  #reference: number
  #return: number
  #sectionEnd: number

  constructor(source: string) {
    this.#source = source
    this.#reference = this.#next('&', 0)
    this.#return = this.#next('\r', 0)
    this.#sectionEnd = this.#next(']]>', 0)
  }

  text(start: number, end: number): string {
    this.check(start, end)
    const source = this.#source
    if (this.#return < start) this.#return = this.#next('\r', start)
    if (this.#reference >= end && this.#return >= end) return source.slice(start, end)
    const text = this.#return < end ? source.slice(start, end).replace(/\r\n?/g, '\n') : source.slice(start, end)
    return this.#reference < end ? this.#resolve(text, start) : text
  }

  /** For text that is not kept, which must be right all the same. */
  check(start: number, end: number): void {
    if (this.#sectionEnd < start) this.#sectionEnd = this.#next(']]>', start)
    if (this.#sectionEnd < end) refuse(this.#source, 'xml_malformed', this.#sectionEnd, ']]> in a text')
    if (this.#reference < start) this.#reference = this.#next('&', start)
    if (this.#reference < end) this.#resolve(this.#source.slice(start, end), start)
  }

  /** Without its quotes; white space becomes blanks. */
  attribute(start: number, end: number): string {
    const text = this.#source.slice(start, end)
    const less = text.indexOf('<')
    if (less >= 0) refuse(this.#source, 'xml_malformed', start + less, '< in an attribute')
    if (this.#reference < start) this.#reference = this.#next('&', start)
    const spaced = /[\t\n\r]/.test(text) ? text.replace(/\r\n|[\t\n\r]/g, ' ') : text
    return this.#reference < end ? this.#resolve(spaced, start) : spaced
  }

  #resolve(text: string, at: number): string {
    return text.replace(/&([^;&\s]*)(;?)/g, (_, name: string, semicolon: string) => {
      const character = semicolon === '' ? undefined : referenced(name)
      if (character !== undefined) return character
      const isEntity = semicolon !== '' && qualifiedName(name) !== undefined
      return refuse(this.#source, isEntity ? 'xml_entity' : 'xml_malformed', at, `reference &${name.slice(0, 40)}`)
    })
  }

  #next(text: string, from: number): number {
    const found = this.#source.indexOf(text, from)
    return found < 0 ? Number.POSITIVE_INFINITY : found
  }
}
