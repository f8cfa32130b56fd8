/** From the API's refusal to the fields of a form. */
import { refusalOf } from './api.tsx'
import { notifyRefused } from './notify.tsx'

/** The part of a Mantine form (`useForm`) that refusals need. */
export type RefusableForm = {
  setErrors: (errors: Record<string, string>) => void
  getInputNode: (path: string) => HTMLElement | null
}

/** Sentences by field path (`lines.0.quantity`), as the API names them; empty when the refusal concerns no field. */
export function fieldErrors(error: unknown): Record<string, string> {
  const refusal = refusalOf(error)
  if (!refusal) return {}
  if (refusal.data?.fields) return { ...refusal.data.fields }
  return refusal.data?.field ? { [refusal.data.field]: refusal.message } : {}
}

/** Puts each sentence at its field and moves to the first wrong one; what belongs to no field of the form is told as a notification. */
export function showRefusal(form: RefusableForm, error: unknown): void {
  const errors = fieldErrors(error)
  form.setErrors(errors)
  const nodes = Object.keys(errors).map((path) => form.getInputNode(path))
  const shown = nodes.filter((node) => node !== null)
  if (shown.length === 0 || shown.length < nodes.length) notifyRefused(error)
  focusFirst(shown)
}

/** For `form.onSubmit(save, focusFirstError(form))`: what the browser already knows to be wrong. */
export function focusFirstError(form: Pick<RefusableForm, 'getInputNode'>) {
  return (errors: Record<string, unknown>): void => {
    focusFirst(
      Object.keys(errors)
        .map((path) => form.getInputNode(path))
        .filter((node) => node !== null),
    )
  }
}

function focusFirst(nodes: HTMLElement[]): void {
  const inOrder = nodes.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
  inOrder[0]?.focus()
}
