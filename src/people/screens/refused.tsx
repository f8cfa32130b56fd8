/** What was refused and belongs to no field, where one looks: above the button, not in a corner that fades. */
import { IconAlertTriangle } from '@tabler/icons-react'
import { refusalOf } from '#ui/api'
import { useTexts } from '#ui/locale'
import { uiTexts } from '#ui/texts'
import classes from './entrance-frame.module.css'

export function Refused({ error }: { error: unknown }) {
  const texts = useTexts(uiTexts)
  const refusal = refusalOf(error)
  const toldAtTheField = refusal?.data?.field !== undefined || refusal?.data?.fields !== undefined
  if (error === null || toldAtTheField) return null
  return (
    <div role="alert" className={classes.refused}>
      <IconAlertTriangle size={16} aria-hidden />
      {refusal?.message ?? texts.unreachable}
    </div>
  )
}
