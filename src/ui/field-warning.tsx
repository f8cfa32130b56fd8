/** What looks wrong under a field without being refused: amber, with its icon. Read aloud when it appears. */
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './field-warning.module.css'

/** Stands under the field it wraps. */
export function Warned({ sentence, children }: { sentence: string | undefined; children: ReactNode }) {
  return (
    <div>
      {children}
      <output>
        {sentence !== undefined && (
          <span className={classes.warning}>
            <IconAlertTriangle size={14} aria-hidden />
            {sentence}
          </span>
        )}
      </output>
    </div>
  )
}
