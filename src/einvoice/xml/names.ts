/**
 * Names that the tables know, one copy of each: a name read from a file is replaced by that copy once per tag, and every later comparison
 * is one of addresses. Only what the program itself holds is kept, never what a file says.
 */
const kept = new Map<string, string>()

export function keepName(name: string): string {
  const known = kept.get(name)
  if (known !== undefined) return known
  kept.set(name, name)
  return name
}

export const keptName = (name: string): string => kept.get(name) ?? name
