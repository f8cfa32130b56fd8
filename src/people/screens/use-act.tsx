/** Like `useSave`, for pages of one act: what belongs to no field is told above the button (`Refused`), not in a corner. */
import { type MutationObserverOptions, useMutation } from '@tanstack/react-query'
import { fieldErrors } from '#ui/form'

type Form = { setErrors: (errors: Record<string, string>) => void }

export function useAct<Input, Output, Problem extends Error>(
  mutation: Pick<MutationObserverOptions<Output, Problem, Input>, 'mutationFn' | 'mutationKey'>,
  { form, onDone }: { form?: Form; onDone: (output: Output) => void },
) {
  const run = useMutation<Output, Problem, Input>({
    ...mutation,
    onSuccess: onDone,
    onError: (error) => form?.setErrors(fieldErrors(error)),
  })
  // Once done another page is on its way: the button stays busy until it stands.
  return { act: run.mutate, acting: run.isPending || run.isSuccess, error: run.error }
}
