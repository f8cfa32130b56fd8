/** Moves the cursor to a field of the draft: after an added line, a refused field, or a click on what is missing. */

const typable = 'input:not([type="hidden"]), textarea, button'

export function focusField(name: string): void {
  focusWithin(document.querySelector(`[data-field="${CSS.escape(name)}"]`))
}

export function focusLine(key: string, field: string): void {
  const line = document.querySelector(`[data-line="${CSS.escape(key)}"]`)
  focusWithin(line?.querySelector(`[data-field="${CSS.escape(field)}"]`) ?? line)
}

function focusWithin(place: Element | null): void {
  const target = place?.matches(typable) ? place : place?.querySelector(typable)
  if (!(target instanceof HTMLElement)) return
  target.focus()
  target.scrollIntoView({ block: 'nearest' })
}
