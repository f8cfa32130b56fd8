import { expect, test } from 'vitest'
import { createAttempts } from './attempts.ts'

const refused = { code: 'too_many_attempts', status: 429, facts: { minutes: 15 } }

test('the sixth failure for one e-mail is refused with the minutes to wait, another e-mail is not', async () => {
  const attempts = createAttempts()
  for (let n = 0; n < 5; n++) await attempts.signIn('lea@atelier.fr', 'here')
  await expect(attempts.signIn('lea@atelier.fr', 'here')).rejects.toMatchObject(refused)
  await attempts.signIn('paul@atelier.fr', 'here')
})

test('a success starts the count again', async () => {
  const attempts = createAttempts()
  for (let n = 0; n < 20; n++) {
    const attempt = await attempts.signIn('lea@atelier.fr', 'here')
    if (n % 5 === 4) await attempt.succeeded()
  }
})

test('trials sent all at once count like trials one after the other', async () => {
  const attempts = createAttempts()
  const trials = await Promise.allSettled(Array.from({ length: 50 }, () => attempts.signIn('lea@atelier.fr', 'here')))
  expect(trials.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
})

test('one address may not fail on many e-mails', async () => {
  const attempts = createAttempts()
  for (let n = 0; n < 30; n++) await attempts.signIn(`person-${n}@atelier.fr`, 'there')
  await expect(attempts.signIn('person-30@atelier.fr', 'there')).rejects.toMatchObject(refused)
  await attempts.signIn('person-30@atelier.fr', 'elsewhere')
})
