/** What a measure returns and how it is shown. Figures are told, never asserted: another machine, another day, another load. */

export type Figure = {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** What ARCHITECTURE.md aims at: `≤ 30`, `≥ 40`. */
  readonly target?: string
  /** The best peer, measured on a 2-core machine. */
  readonly peer?: string
}

export type Measure = { readonly about: string; run(options: Options): Promise<Figure[]> }

export type Options = {
  /** An installation that already holds the large company, to spare the minutes of filling one. */
  readonly large: string | undefined
  readonly say: (line: string) => void
}

/** Where the figures of the peer come from. */
export const PEER = 'measured peer, November 2026'

export const median = (values: readonly number[]): number => quantile(values, 0.5)
export const p95 = (values: readonly number[]): number => quantile(values, 0.95)

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Three significant digits are more than a busy machine gives. */
const digits = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 100 ? Math.round(value).toString() : value.toPrecision(3)

export function isMet({ target, value }: Figure): boolean | undefined {
  const bound = /^([≤≥]) (\d+(?:\.\d+)?)/.exec(target ?? '')
  if (!bound) return undefined
  return bound[1] === '≤' ? value <= Number(bound[2]) : value >= Number(bound[2])
}

export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const met = isMet(figure)
    return [
      figure.what,
      `${digits(figure.value)} ${figure.unit}`,
      figure.target ?? '',
      met === undefined ? '' : met ? '✓' : '✗',
      figure.peer ?? '',
    ]
  })
  const head = ['', 'here', 'target', '', PEER]
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)))
  return [head, ...rows]
    .map(
      (row) =>
        `  ${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}`,
    )
    .join('\n')
}
