/** A refusal shown at its fields, which are found within the form by the path they carry (`data-path="parts.0.account"`). */
import type { RefusableForm } from '#ui/form'

export function refusedAt(formId: string, setErrors: (errors: Record<string, string>) => void): RefusableForm {
  return {
    setErrors,
    getInputNode: (path) => {
      const place = document.getElementById(formId)?.querySelector<HTMLElement>(`[data-path="${path}"]`)
      return place?.querySelector<HTMLElement>('input') ?? place ?? null
    },
  }
}
