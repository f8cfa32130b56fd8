import { Refusal } from '#core/refusal'
import { PASSWORD_MINIMUM, passwordFault } from './rules/password.ts'

export function requireGoodPassword(password: string, email: string, field: string): void {
  const fault = passwordFault(password, email)
  if (fault) throw new Refusal(fault, { field, facts: { minimum: PASSWORD_MINIMUM } })
}
