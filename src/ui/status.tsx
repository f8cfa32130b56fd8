/** A state in one word, with an icon and a colour that means something. Colour alone never says it. */
import { IconAlertTriangle, IconCheck, IconCircleDashed, IconClock, IconCircleDot, type Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './status.module.css'

/** late: late or lost; soon: due soon or to check; paid: paid or proven; draft: not yet real; plain: a fact without judgement. */
export type Meaning = 'late' | 'soon' | 'paid' | 'draft' | 'plain'

const ICONS: Record<Meaning, Icon> = {
  late: IconAlertTriangle,
  soon: IconClock,
  paid: IconCheck,
  draft: IconCircleDashed,
  plain: IconCircleDot,
}

export function StatusBadge({ meaning, children, icon }: { meaning: Meaning; children: ReactNode; icon?: Icon }) {
  const Shown = icon ?? ICONS[meaning]
  return (
    <span className={classes.badge} data-meaning={meaning}>
      <Shown size={14} stroke={2} aria-hidden />
      {children}
    </span>
  )
}
