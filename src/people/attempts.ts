/** How often one may try to enter. Counted in this process's memory: several web processes each count their own. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '#core/refusal'

const QUARTER_OF_AN_HOUR_SECONDS = 15 * 60
/** A person mistypes a few times; five failures in a quarter of an hour is guessing. */
const FAILURES_PER_EMAIL = 5
/** A workshop shares one address; thirty failures from it is a program. */
const FAILURES_PER_ADDRESS = 30
const SIGN_UPS_PER_ADDRESS = 10
const LINKS_PER_ADDRESS = 20

/** Counted before the trial, so that a hundred at once pass no more than one after the other; `succeeded` takes it back. */
export type Attempt = { succeeded(): Promise<void> }

export type Attempts = {
  signIn(email: string, address: string): Promise<Attempt>
  signUp(address: string): Promise<void>
  link(address: string): Promise<void>
}

export function createAttempts(): Attempts {
  const byEmail = limiter(FAILURES_PER_EMAIL)
  const byAddress = limiter(FAILURES_PER_ADDRESS)
  const signUps = limiter(SIGN_UPS_PER_ADDRESS)
  const links = limiter(LINKS_PER_ADDRESS)
  return {
    signIn: async (email, address) => {
      await take(byAddress, address)
      await take(byEmail, email)
      return {
        succeeded: async () => {
          await byEmail.delete(email)
          await byAddress.reward(address)
        },
      }
    },
    signUp: (address) => take(signUps, address),
    link: (address) => take(links, address),
  }
}

const limiter = (points: number): RateLimiterMemory => new RateLimiterMemory({ points, duration: QUARTER_OF_AN_HOUR_SECONDS })

async function take(limit: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limit.consume(key)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    throw new Refusal('too_many_attempts', { status: 429, facts: { minutes: Math.max(1, Math.ceil(error.msBeforeNext / 60_000)) } })
  }
}
