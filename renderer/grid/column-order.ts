/** In which order the columns of a grid stand. */

/** Every column id in its order: those that a person moved first, then the rest as declared. */
export function orderOf(columns: readonly { readonly id: string }[], order: readonly string[]): string[] {
  const known = order.filter((id) => columns.some((column) => column.id === id))
  return [...known, ...columns.map(({ id }) => id).filter((id) => !known.includes(id))]
}

/** `id` put in the place of `to`; coming from the left it stands after it. */
export function movedBefore(order: readonly string[], id: string, to: string): string[] {
  const at = order.indexOf(to)
  const without = order.filter((other) => other !== id)
  return at < 0 ? [...order] : without.toSpliced(at, 0, id)
}
