import { eventKind } from '#platform/events'

/** A company was founded; its founder becomes its owner. */
export const companyFounded = eventKind<{ readonly name: string; readonly slug: string }>('company.founded')
/** Its identity changed; `fields` are those of the contract. */
export const companyChanged = eventKind<{ readonly fields: readonly string[] }>('company.changed')
export const lookChanged = eventKind<{ readonly accentColor: string; readonly logo: 'given' | 'kept' | 'removed' }>('company.look_changed')
/** `ibanChanged` deserves an eye: whoever changes the account changes where the money goes. */
export const paymentDetailsChanged = eventKind<{ readonly ibanChanged: boolean }>('company.payment_details_changed')
export const onboardingFinished = eventKind<Record<string, never>>('company.onboarding_finished')
