/** What a schema's messages mean, for a reader who has never seen one. The engine tells them in English, by the names of elements. */

type Told = { readonly fr: string; readonly en: string; readonly found?: string }

const shortName = (name: string): string => name.replace(/\{[^}]*\}/g, '')

/** In the order they are tried. */
const PATTERNS: readonly (readonly [message: RegExp, tell: (parts: readonly string[]) => Told])[] = [
  [
    /^Element '([^']+)': This element is not expected\.(?: Expected is (?:one of )?\( (.+?) \)\.)?/,
    ([, name = '', expected]) => {
      const wanted = expected === undefined ? '' : shortName(expected)
      return {
        fr: `L’élément ${shortName(name)} n’a pas sa place ici${wanted === '' ? '' : ` ; attendu : ${wanted}`}.`,
        en: `The element ${shortName(name)} does not belong here${wanted === '' ? '' : `; expected: ${wanted}`}.`,
      }
    },
  ],
  [
    /^Element '([^']+)': Missing child element\(s\)\.(?: Expected is (?:one of )?\( (.+?) \)\.)?/,
    ([, name = '', expected = '']) => ({
      fr: `Il manque dans ${shortName(name)} : ${shortName(expected)}.`,
      en: `Missing in ${shortName(name)}: ${shortName(expected)}.`,
    }),
  ],
  [
    /^Element '([^']+)'(?:, attribute '([^']+)')?: (?:\[facet '[^']+'\] )?The value '([^]*)' is not /,
    ([, name = '', attribute, found = '']) => told(name, attribute, found),
  ],
  [
    /^Element '([^']+)'(?:, attribute '([^']+)')?: \[facet '[^']+'\] The value '([^]*)' /,
    ([, name = '', attribute, found = '']) => told(name, attribute, found),
  ],
  [
    /^Element '([^']+)'(?:, attribute '([^']+)')?: '([^]*)' is not a valid value/,
    ([, name = '', attribute, found = '']) => told(name, attribute, found),
  ],
  [
    /^Element '([^']+)', attribute '([^']+)': The attribute '[^']+' is not allowed/,
    ([, name = '', attribute = '']) => ({
      fr: `L’élément ${shortName(name)} n’admet pas l’attribut ${attribute}.`,
      en: `The element ${shortName(name)} does not admit the attribute ${attribute}.`,
    }),
  ],
  [
    /^Element '([^']+)': The attribute '([^']+)' is required/,
    ([, name = '', attribute = '']) => ({
      fr: `L’attribut ${attribute} de ${shortName(name)} est obligatoire.`,
      en: `The attribute ${attribute} of ${shortName(name)} is mandatory.`,
    }),
  ],
  [
    /^Element '([^']+)': Character content other than whitespace is not allowed/,
    ([, name = '']) => ({
      fr: `L’élément ${shortName(name)} contient un texte là où il ne doit y avoir que des éléments.`,
      en: `The element ${shortName(name)} holds text where only elements belong.`,
    }),
  ],
]

function told(name: string, attribute: string | undefined, found: string): Told {
  const where = attribute === undefined ? shortName(name) : `${shortName(name)}/@${attribute}`
  return { fr: `La valeur « ${found} » de ${where} n’est pas admise.`, en: `The value “${found}” of ${where} is not allowed.`, found }
}

/** The engine's own words where none of the patterns fits. */
export function tellSchemaFault(message: string): Told {
  for (const [pattern, tell] of PATTERNS) {
    const match = pattern.exec(message)
    if (match) return tell(match)
  }
  const text = shortName(message.trim())
  return { fr: `Contraire au schéma : ${text}`, en: `Against the schema: ${text}` }
}
