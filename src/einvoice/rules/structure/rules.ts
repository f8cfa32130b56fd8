/** What a schema would refuse for sure: elements that do not exist, stand out of their order, too often or not at all, attributes, text between elements. Ids are ours. */
import type { Reading } from '../../reading.ts'
import { NO_ATTRIBUTES, type XmlElement } from '../../xml/element.ts'
import type { BindingBreach, BindingRule } from '../binding/binding-rule.ts'
import { type Kind, kindOfRoot, type Particle, type StructuredRoot } from './grammar.ts'

/** More would be one fault repeated on every line. */
const MAX_BREACHES = 100

const rule = (id: string, fr: string, en: string): BindingRule => ({ id, term: '', severity: 'fatal', at: [], breaks: () => false, fr, en })

const UNKNOWN = rule(
  'ENCOURS-17',
  'L’élément {element} n’existe pas dans {parent} : vérifiez l’orthographe et l’espace de noms.',
  'There is no element {element} in {parent}: check its spelling and its namespace.',
)
const MISPLACED = rule(
  'ENCOURS-18',
  'L’élément {element} n’est pas à sa place : il vient avant {before}.',
  'The element {element} is out of its order: it comes before {before}.',
)
const REPEATED = rule(
  'ENCOURS-19',
  'L’élément {element} est écrit plusieurs fois dans {parent} : une seule est permise.',
  'The element {element} is written several times in {parent}: it may stand once.',
)
const MISSING = rule('ENCOURS-20', 'Il manque dans {element} l’élément {missing}.', 'The element {missing} is missing in {element}.')
const ATTRIBUTE = rule(
  'ENCOURS-21',
  'L’élément {element} n’admet pas l’attribut {attribute}.',
  'The element {element} does not admit the attribute {attribute}.',
)
const NO_ATTRIBUTE = rule(
  'ENCOURS-22',
  'L’attribut {attribute} de l’élément {element} manque.',
  'The attribute {attribute} of the element {element} is missing.',
)
const STRAY = rule(
  'ENCOURS-23',
  'L’élément {element} contient un texte là où il ne doit y avoir que des éléments : « {found} ».',
  'The element {element} holds text where only elements belong: “{found}”.',
)

export const structureRules: readonly BindingRule[] = [UNKNOWN, MISPLACED, REPEATED, MISSING, ATTRIBUTE, NO_ATTRIBUTE, STRAY]

/** Hints for schema tools may stand anywhere. */
const XSI = 'xsi:'

class Walk {
  readonly breaches: BindingBreach[] = []
  readonly #strays: Reading['strays']
  readonly #ancestors: XmlElement[] = []

  constructor(strays: Reading['strays']) {
    this.#strays = strays
  }

  visit(element: XmlElement, kind: Kind): void {
    if (element.attributes !== NO_ATTRIBUTES || kind.neededAttributes.length > 0) this.#attributes(element, kind)
    const { particles } = kind
    const { children } = element
    if (!particles) {
      for (const child of children) this.#breach(UNKNOWN, child, { parent: element.written })
      return
    }
    const stray = children.length === 0 ? element.text.trim() : this.#strays.size === 0 ? undefined : this.#strays.get(element)
    if (stray) this.#breach(STRAY, element, {}, stray)
    this.#ancestors.push(element)
    let last: Particle | undefined
    let needed = 0
    for (const child of children) {
      const particle = particles.get(child.name)
      if (!particle || particle.namespace !== child.namespace) {
        this.#breach(UNKNOWN, child, { parent: element.written })
        continue
      }
      if (last && (kind.isChoice || particle.index <= last.index) && !(particle === last && particle.isMany))
        this.#outOfOrder(child, particle, last, element)
      else {
        if (particle.isNeeded && particle !== last) needed += 1
        last = particle
      }
      if (particle.kind) this.visit(child, particle.kind)
    }
    this.#ancestors.pop()
    if (needed < kind.needed.length) this.#missing(element, kind)
    if (kind.isChoice && !last) this.#breach(MISSING, element, { missing: [...particles.keys()].join(' / ') })
  }

  #outOfOrder(child: XmlElement, particle: Particle, last: Particle, parent: XmlElement): void {
    const isRepeated = !particle.isMany && parent.children.some((other) => other.at < child.at && other.name === child.name)
    if (isRepeated) this.#breach(REPEATED, child, { parent: parent.written })
    else this.#breach(MISPLACED, child, { before: last.name })
  }

  #missing(element: XmlElement, { needed }: Kind): void {
    for (const { name, namespace } of needed) {
      if (!element.children.some((child) => child.name === name && child.namespace === namespace))
        this.#breach(MISSING, element, { missing: name })
    }
  }

  #attributes(element: XmlElement, { attributes, neededAttributes }: Kind): void {
    for (const name in element.attributes) {
      if (!attributes.has(name) && !name.startsWith(XSI)) this.#breach(ATTRIBUTE, element, { attribute: name }, element.attributes[name])
    }
    for (const name of neededAttributes)
      if (element.attributes[name] === undefined) this.#breach(NO_ATTRIBUTE, element, { attribute: name })
  }

  #breach(broken: BindingRule, element: XmlElement, facts: Readonly<Record<string, string>>, found?: string): void {
    if (this.breaches.length >= MAX_BREACHES) return
    this.breaches.push({
      rule: broken,
      element,
      ancestors: [...this.#ancestors],
      found: found ?? '',
      facts: { element: element.written, ...facts },
    })
  }
}

type Structured = Pick<Reading, 'strays' | 'tree'> & { readonly root: StructuredRoot }

/** In the order of the file, as far as one element after the other is looked at. */
export function structureBreaches({ root, strays, tree }: Structured): readonly BindingBreach[] {
  const kind = kindOfRoot(root)
  if (!kind) return []
  const walk = new Walk(strays)
  walk.visit(tree, kind)
  return walk.breaches
}
