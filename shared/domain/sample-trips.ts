/** When a sample's pieces left the house and came back, out of the steps that people wrote: what stock is worked out from. */

/** Pieces that left: when, and when they came back. */
export interface SampleTrip {
  readonly out: number
  readonly back: number | null
}

/** One step of a sample. Steps inside the house, or while it is away, move no pieces and may be left out. */
export interface SampleStep {
  readonly from: string
  readonly to: string
  /** When it happened, epoch ms. */
  readonly at: number
  /** Its place among the steps of everybody; steps written in one go share theirs. */
  readonly order: number
}

type Place = 'home' | 'away' | 'back'

const AT_HOME: readonly string[] = ['requested', 'approved', 'packed', 'declined', 'cancelled']
/** Of a parcel that went missing or was refused the pieces stay gone, also when another is sent. */
const NEVER_BACK: readonly string[] = ['lost', 'refused']

/** Where pieces are in a state; null of a closed sample: wherever they were. */
function placeOf(state: string): Place | null {
  if (state === 'closed') return null
  return AT_HOME.includes(state) ? 'home' : state === 'returned' ? 'back' : 'away'
}

/**
 * Folds one sample's steps, ordered by `order`.
 *
 * A step that does not start where the pieces are moves nothing: two colleagues who both write *shipped* sent one parcel.
 * A step back from *shipped* to *packed* says that it never left; *returned* brings the pieces home.
 */
export function tripsOf(steps: readonly SampleStep[]): readonly SampleTrip[] {
  const trips: SampleTrip[] = []
  let place: Place = 'home'
  for (const { from, to, at } of inTurn(steps, () => place)) {
    const next = placeOf(to)
    if (next === null || next === place) continue
    const last = trips.at(-1)
    if (next === 'away') trips.push({ out: at, back: null })
    else if (next === 'back' && place === 'away' && last) trips[trips.length - 1] = { ...last, back: at }
    else if (next === 'home' && place === 'away' && !NEVER_BACK.includes(from)) trips.pop()
    place = next
  }
  return trips
}

/** The steps that count: each starts where the one before ended; those of one go in whatever order fits. */
function* inTurn(steps: readonly SampleStep[], standing: () => Place): Iterable<SampleStep> {
  for (let from = 0; from < steps.length;) {
    let to = from
    while (to < steps.length && steps[to]?.order === steps[from]?.order) to++
    const together = steps.slice(from, to)
    for (;;) {
      const next = together.findIndex((step) => placeOf(step.from) === standing())
      const [step] = next < 0 ? [] : together.splice(next, 1)
      if (step === undefined) break
      yield step
    }
    from = to
  }
}
