/** A shop's steps: the app's in their order, then those that people added, each with where it stands. */

import type { listOnboardingSteps } from '../../../db/repositories/onboarding'
import type { OnboardingStep } from '../../../shared/contract/onboarding'
import {
  ONBOARDING_STATES,
  type OnboardingState,
  SHIPPED_STEPS,
  type ShippedStep,
  stepStanding,
} from '../../../shared/domain/onboarding'

type Row = ReturnType<typeof listOnboardingSteps>[number]

/** What keys of own steps begin with. */
export const OWN_STEP = 'own:'

/** Days are those of the shop's zone. */
export function stepsOf(rows: readonly Row[], today: string): OnboardingStep[] {
  const byKey = new Map(rows.flatMap((row) => (row.key === null ? [] : [[row.key, row] as const])))
  const own = [...byKey.keys()].filter((key) => key.startsWith(OWN_STEP)).sort()
  const all: readonly ShippedStep[] = [
    ...SHIPPED_STEPS,
    ...own.map((key) => ({ key, needs: [], documents: [], slaDays: null })),
  ]
  const states = new Map(all.map(({ key }) => [key, stateOf(byKey.get(key))]))
  return all.map((step) => {
    const row = byKey.get(step.key)
    const facts = {
      key: step.key,
      state: stateOf(row),
      needs: step.needs,
      slaDays: row?.slaDays ?? step.slaDays,
      submittedOn: row?.submittedOn ?? null,
      blockedBy: row?.blockedBy ?? null,
    }
    const { missing, ...standing } = stepStanding(facts, states, today)
    return {
      ...standing,
      missing: [...missing],
      id: row?.id ?? null,
      key: step.key,
      title: row?.title ?? null,
      state: facts.state,
      slaDays: facts.slaDays,
      submittedOn: facts.submittedOn,
      blockedBy: facts.blockedBy,
      reason: row?.reason ?? null,
      owner: row?.owner ?? null,
      decidedOn: row?.decidedOn ?? null,
      note: row?.note ?? null,
      documents: [...step.documents],
    }
  })
}

/** What a newer app may call differently counts as not begun. */
function stateOf(row: Row | undefined): OnboardingState {
  return ONBOARDING_STATES.find((state) => state === row?.state) ?? 'todo'
}
