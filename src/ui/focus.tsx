/**
 * For fields that appear because one asked for them: `ref={focusOnArrival}` puts the cursor there. Not for pages that merely open: in a
 * dialog the field says `data-autofocus`.
 */
export function focusOnArrival(node: HTMLElement | null): void {
  node?.focus()
}
