/** Rejected lines as a person sees and corrects them: by row, column, value and reason. */

import type { ImportResult, RejectRow } from '../../../shared/contract/imports'
import type { Correction } from './intake'

export interface RejectLine {
  /** Row and column: a line is rejected for one cell at a time. */
  readonly id: string
  readonly row: number
  readonly column: string
  readonly code: RejectRow['code']
  /** What the cell says: the file's word, or the correction that did not do. */
  readonly value: string
  /** The file's own word. */
  readonly was: string
  readonly isCorrected: boolean
  /** The line's first filled cells, so that it can be found in the file. */
  readonly line: string
}

export function rejectLines(result: ImportResult, corrections: readonly Correction[]): RejectLine[] {
  return result.rejects.map((reject) => {
    const correction = corrections.find(({ row, column }) => row === reject.row && column === reject.column)
    return {
      id: `${reject.row} ${reject.column}`,
      row: reject.row,
      column: reject.column,
      code: reject.code,
      value: correction?.value ?? reject.value,
      was: correction?.was ?? reject.value,
      isCorrected: correction !== undefined,
      line: reject.cells
        .filter((cell) => cell !== '')
        .slice(0, 3)
        .join(' · '),
    }
  })
}

/** Corrections that did: their line is no longer rejected for that cell. */
export function settledCorrections(result: ImportResult, corrections: readonly Correction[]): Correction[] {
  const open = new Set(result.rejects.map(({ row, column }) => `${row} ${column}`))
  return corrections.filter(({ row, column }) => !open.has(`${row} ${column}`))
}

/** Rejects by reason, most frequent first: what to mend at once. */
export function rejectReasons(
  result: ImportResult,
): { readonly code: RejectRow['code']; readonly column: string; readonly count: number }[] {
  const counts = new Map<string, { code: RejectRow['code']; column: string; count: number }>()
  for (const { code, column } of result.rejects) {
    const key = `${code} ${column}`
    const found = counts.get(key)
    counts.set(key, { code, column, count: (found?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}
