/** An address typed in one line, as on an envelope: « 12 rue des Carmes, 35000 Rennes ». */
export type AddressParts = { readonly line1: string; readonly line2: string; readonly postcode: string; readonly city: string }

/**
 * The French postcode parts the street from the town; without one everything is the street, and nothing is lost. A comma starts the second
 * line, unless it only stands after the number: « 12, rue des Carmes ».
 */
export function readAddressLine(line: string): AddressParts {
  const typed = line.trim().replaceAll(/\s+/g, ' ')
  const match = /^(?<street>.*?)[\s,;–-]*\b(?<postcode>\d{2} ?\d{3})\b[\s,;–-]*(?<city>\D.*)$/u.exec(typed)
  if (!match?.groups) return { line1: typed, line2: '', postcode: '', city: '' }
  const { street = '', postcode = '', city = '' } = match.groups
  const { line1 = '', line2 = '' } =
    /^(?<line1>(?:\d+(?: ?(?:bis|ter|quater|[a-z]))?, *)?[^,]*)(?:, *(?<line2>.*))?$/iu.exec(street)?.groups ?? {}
  return { line1, line2, postcode: postcode.replace(' ', ''), city: city.trim() }
}
