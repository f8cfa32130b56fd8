/** The first segment of a company's addresses, made from its name once and never changed. */

const LONGEST = 48

/** First segments that are pages of ours, not companies. */
const TAKEN = new Set([
  'api',
  'assets',
  'bienvenue',
  'connexion',
  'health',
  'invitation',
  'metrics',
  'mot-de-passe',
  'openapi',
  'portail',
  'ready',
])

/** « Ébénisterie L’Œuvre & Fils » → `ebenisterie-l-oeuvre-fils`. */
export function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '')
  if (slug === '') return 'entreprise'
  return TAKEN.has(slug) ? `${slug}-1` : slug
}

/** The slug to try after `attempt` refused ones: two workshops may bear one name. */
export const nextSlug = (slug: string, attempt: number): string => (attempt === 0 ? slug : `${slug}-${attempt + 1}`)
