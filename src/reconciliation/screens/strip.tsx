/** One thing to know above the lines, and what can be done about it. */
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './strip.module.css'

type Props = { icon: Icon; children: ReactNode; detail?: ReactNode; actions?: ReactNode }

export function Strip({ icon: Shown, children, detail, actions }: Props) {
  return (
    <section className={classes.strip} aria-live="polite">
      <Shown size={20} stroke={1.5} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <p className={classes.main}>{children}</p>
        {detail}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </section>
  )
}
