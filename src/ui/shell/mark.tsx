/** The sign of Encours: a sum on its way, and its arrival. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true" style={{ flexShrink: 0 }}>
      <path d="M19.4 8.1A8.5 8.5 0 1 0 20.5 12" stroke="var(--accent)" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M8 12h9" stroke="var(--accent)" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  )
}
