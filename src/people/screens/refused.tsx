/** What was refused and belongs to no field, where one looks: above the form, not in a corner that fades. */
import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { refusalOf } from '#ui/api'

export function Refused({ error }: { error: unknown }) {
  const refusal = refusalOf(error)
  if (!refusal || refusal.data?.field !== undefined) return null
  return (
    <Alert role="alert" variant="light" color="red.8" icon={<IconAlertTriangle size={16} aria-hidden />}>
      {refusal.message}
    </Alert>
  )
}
