/** Puts the cursor into a field that appears because somebody asked for it. */

export function focusNow(element: HTMLElement | null): void {
  element?.focus()
}
