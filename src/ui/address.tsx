/** Pages that stand before any company; their first segment is not a company's slug. */
const BEFORE_COMPANY = new Set(['', 'connexion', 'bienvenue', 'invitation', 'mot-de-passe', 'api', 'portail'])

/** The company's slug in an address: `/atelier-morin/clients` → `atelier-morin`. */
export function companyInAddress(pathname: string): string | undefined {
  const first = pathname.split('/')[1] ?? ''
  return BEFORE_COMPANY.has(first) ? undefined : decodeURIComponent(first)
}
