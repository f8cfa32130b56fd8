import type { OperationsOf } from '#platform/api'
import type { ReadContext } from '#platform/context'
import { certainSoFar } from './application-store.ts'
import type { reconciliationContract } from './contract.ts'
import { matchLater } from './jobs.ts'
import { invitedAgainOn, isInvited } from './rules/index.ts'
import { automaticIn, invitationAnswers, saveAutomatic, saveInvitationAnswer } from './store.ts'

/** Whether to ask if certain matches may settle alone from now on, and how many were right so far. */
export async function invitationNow(context: ReadContext): Promise<{ right: number } | null> {
  const automatic = await automaticIn(context)
  if (automatic === 'clear') return null
  const { right, undone } = await certainSoFar(context)
  const answers = await invitationAnswers(context)
  return isInvited({ automatic, right, undone, ...answers }, context.today) ? { right } : null
}

/** Yes lets them settle alone, and begins with what waits; later comes back in a month; never does not. */
export const answerInvitation: OperationsOf<typeof reconciliationContract>['answerInvitation'] = async (context, { answer }) => {
  if (answer === 'yes') {
    await saveAutomatic(context, 'clear')
    await matchLater(context)
  } else {
    const automatic = await automaticIn(context)
    await saveInvitationAnswer(
      context,
      automatic,
      answer === 'later' ? { invited_again_on: invitedAgainOn(context.today) } : { invitation_declined: true },
    )
  }
  return { automatic: await automaticIn(context) }
}
