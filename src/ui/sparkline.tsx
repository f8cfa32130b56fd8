/** A trend in one line, without axes: the value beside it says the figure, `label` says the trend in words. */
const WIDTH = 72
const HEIGHT = 24
const MARGIN = 2

export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const lowest = Math.min(...values)
  const span = Math.max(...values) - lowest || 1
  const step = (WIDTH - 2 * MARGIN) / Math.max(values.length - 1, 1)
  const points = values.map((value, index) => {
    const height = ((value - lowest) / span) * (HEIGHT - 2 * MARGIN)
    return `${MARGIN + index * step},${HEIGHT - MARGIN - height}`
  })
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <title>{label}</title>
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke="var(--accent)"
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}
