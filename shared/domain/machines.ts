/** State machines of records, as data: what may follow what, and which states must never be settled silently. */

/** `edges`: by state, those that may follow. `guarded`: states whose contradiction makes people decide. */
export interface Machine<S extends string = string> {
  readonly name: string
  /** Grows whenever an edge or a state changes. */
  readonly version: number
  readonly initial: S
  readonly edges: Readonly<Record<S, readonly S[]>>
  readonly guarded: readonly S[]
}
