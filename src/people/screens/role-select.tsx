import { Select } from '@mantine/core'
import { useTexts } from '#ui/locale'
import { type Role, ROLES } from '../rules/permissions.ts'
import { screenTexts } from './texts.ts'

type Props<Choice extends Role> = {
  readonly label: string
  readonly choices?: readonly Choice[]
  readonly value: Choice
  readonly onChange: (role: Choice) => void
  /** In a list the label is read, not shown. */
  readonly quiet?: boolean
  readonly disabled?: boolean
}

export function RoleSelect<Choice extends Role>({ label, choices, value, onChange, quiet = false, disabled = false }: Props<Choice>) {
  const texts = useTexts(screenTexts)
  const data = (choices ?? ROLES).map((role) => ({ value: role, label: texts.roles[role] }))
  return (
    <Select
      {...(quiet ? { 'aria-label': label } : { label })}
      w={160}
      data={data}
      value={value}
      disabled={disabled}
      allowDeselect={false}
      onChange={(next) => next !== null && onChange(next as Choice)}
    />
  )
}
