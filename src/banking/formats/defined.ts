type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** The same record without the fields that are undefined. */
export function defined<T extends object>(record: T): Defined<T> {
  const kept: Record<string, unknown> = {}
  for (const key in record) if (record[key] !== undefined) kept[key] = record[key]
  return kept as Defined<T>
}
