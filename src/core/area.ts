/** Where a country stands for French VAT and for e-invoicing. */
export type Area = 'home' | 'eu' | 'abroad'

/** Monaco is France (CGI art. 256-0); the overseas departments are France too, with VAT of their own. */
const HOME = new Set(['FR', 'MC', 'GP', 'MQ', 'RE', 'GF', 'YT'])

const OTHER_MEMBER_STATES = new Set('AT BE BG CY CZ DE DK EE ES FI GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '))

/** Takes an ISO 3166-1 alpha-2 code. */
export function areaOf(country: string): Area {
  if (HOME.has(country)) return 'home'
  return OTHER_MEMBER_STATES.has(country) ? 'eu' : 'abroad'
}

/** For goods sent there from mainland France the overseas departments count as exports (CGI art. 294, 2). */
const OVERSEAS = new Set(['GP', 'MQ', 'RE', 'GF', 'YT'])

export const isOverseasDepartment = (country: string): boolean => OVERSEAS.has(country)
