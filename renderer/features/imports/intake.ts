/**
 * The files on their way in: what each one is, which shop it is for, what was corrected, and how far it has come.
 *
 * Pure: every change is an action. An answer that belongs to an older question (the shop was changed meanwhile) is dropped.
 */

import type { Progress } from '../../../shared/contract/define'
import type { CorrectionRow, Found, ImportFile, ImportResult } from '../../../shared/contract/imports'
import type { z } from '../../../shared/schema'

/** A corrected cell, and what the file says there. */
export type Correction = z.infer<typeof CorrectionRow> & { readonly was: string }
export type Problem = NonNullable<Found['problem']>

export type Work =
  | { readonly state: 'waiting' }
  | { readonly state: 'previewing'; readonly progress: Progress | null }
  | { readonly state: 'previewed'; readonly result: ImportResult }
  | { readonly state: 'stopped' }
  | { readonly state: 'importing'; readonly result: ImportResult; readonly progress: Progress | null }
  | { readonly state: 'imported'; readonly result: ImportResult }
  | { readonly state: 'failed'; readonly during: 'preview' | 'import'; readonly problem: Problem }

export interface IntakeFile {
  readonly found: Found
  readonly shopId: string | null
  /** Whose file it is, where the file itself does not say. */
  readonly creator: string
  readonly corrections: readonly Correction[]
  /** Grows with every choice made for the file. */
  readonly revision: number
  readonly work: Work
}

/** The shop the window looks at: a file is taken to be its, unless the currency says otherwise. */
export interface CurrentShop {
  readonly id: string
  readonly currency: string
}

export type Intake = readonly IntakeFile[]

/** What the file waits for; the first that applies. */
export type Stage = 'problem' | 'needsShop' | 'needsCreator' | Work['state']

export type IntakeAction =
  | { readonly type: 'found'; readonly files: readonly Found[]; readonly currentShop: CurrentShop | null }
  | { readonly type: 'removed'; readonly path: string }
  | { readonly type: 'doneCleared' }
  | { readonly type: 'shopChosen'; readonly path: string; readonly shopId: string }
  | { readonly type: 'creatorTyped'; readonly path: string; readonly creator: string }
  | { readonly type: 'corrected'; readonly path: string; readonly correction: Correction }
  | { readonly type: 'correctionDropped'; readonly path: string; readonly row: number; readonly column: string }
  | { readonly type: 'askedAgain'; readonly path: string }
  | { readonly type: 'worked'; readonly path: string; readonly revision: number; readonly work: Work }

export function intake(state: Intake, action: IntakeAction): Intake {
  switch (action.type) {
    case 'found':
      return taken(state, action.files, action.currentShop)
    case 'removed':
      return state.filter((file) => file.found.path !== action.path)
    case 'doneCleared':
      return state.filter((file) => file.work.state !== 'imported')
    case 'shopChosen':
      return changed(state, action.path, (file) =>
        file.shopId === action.shopId ? file : asked({ ...file, shopId: action.shopId }),
      )
    case 'creatorTyped':
      return changed(state, action.path, (file) => asked({ ...file, creator: action.creator }))
    case 'corrected':
      return changed(state, action.path, (file) =>
        asked({ ...file, corrections: withCorrection(file.corrections, action.correction) }),
      )
    case 'correctionDropped':
      return changed(state, action.path, (file) =>
        asked({
          ...file,
          corrections: file.corrections.filter(({ row, column }) => row !== action.row || column !== action.column),
        }),
      )
    case 'askedAgain':
      return changed(state, action.path, asked)
    case 'worked':
      return changed(state, action.path, (file) =>
        file.revision === action.revision ? { ...file, work: action.work } : file,
      )
  }
}

export function stageOf({ found, shopId, creator, work }: IntakeFile): Stage {
  if (found.problem !== null || found.recognised === null) {
    return 'problem'
  }
  if (work.state === 'importing' || work.state === 'imported') {
    return work.state
  }
  if (shopId === null) {
    return 'needsShop'
  }
  return !found.recognised.creatorInFile && creatorHandle(creator) === '' ? 'needsCreator' : work.state
}

/** The file whose preview is to be worked out next: one at a time, in the order they were dropped. */
export function nextPreview(state: Intake): IntakeFile | undefined {
  const isBusy = state.some((file) => stageOf(file) === 'previewing' || stageOf(file) === 'importing')
  return isBusy ? undefined : state.find((file) => stageOf(file) === 'waiting')
}

/** Previewed files that would bring something: a file known already, of which nothing changed, would not. */
export function importable(state: Intake): IntakeFile[] {
  return state.filter(
    (file) =>
      file.work.state === 'previewed' && stageOf(file) === 'previewed' && bringsSomething(file, file.work.result),
  )
}

export interface IntakeSum {
  readonly files: number
  readonly inserted: number
  readonly updated: number
  readonly rejected: number
}

export function sumOf(files: readonly IntakeFile[]): IntakeSum {
  const results = files.flatMap(({ work }) => ('result' in work ? [work.result] : []))
  const total = (count: (result: ImportResult) => number) => results.reduce((sum, result) => sum + count(result), 0)
  return {
    files: results.length,
    inserted: total((r) => r.inserted),
    updated: total((r) => r.updated),
    rejected: total((r) => r.rejected),
  }
}

/** What is asked for a file whose shop is chosen; undefined before that. What was previewed is what is imported. */
export function importOrder({ found, shopId, creator, corrections, work }: IntakeFile): ImportFile | undefined {
  if (shopId === null) {
    return undefined
  }
  const handle = creatorHandle(creator)
  const cells = corrections.map(({ row, column, value }) => ({ row, column, value }))
  return {
    path: found.path,
    shopId,
    corrections: cells,
    ...(found.recognised?.creatorInFile === false && handle !== '' && { creator: handle }),
    ...('result' in work && { content: work.result.content }),
  }
}

/** How much of a running step is done, 0 to 1; null while nobody knows. */
export function shareDone(progress: Progress | null): number | null {
  return progress === null || progress.total === null || progress.total === 0
    ? null
    : Math.min(1, progress.done / progress.total)
}

/** Lower case, without the `@` that people type in front. */
export function creatorHandle(typed: string): string {
  return typed.trim().replace(/^@+/, '').toLowerCase()
}

/** The correction of a cell takes the place of an earlier one; typing what the file says takes it back. */
export function withCorrection(corrections: readonly Correction[], correction: Correction): readonly Correction[] {
  const others = corrections.filter(({ row, column }) => row !== correction.row || column !== correction.column)
  return correction.value === correction.was ? others : [...others, correction].sort((a, b) => a.row - b.row)
}

function bringsSomething({ found }: IntakeFile, result: ImportResult): boolean {
  return result.inserted + result.updated > 0 || (!found.alreadyImported && result.unchanged > 0)
}

function taken(state: Intake, files: readonly Found[], shop: CurrentShop | null): Intake {
  const known = new Set(state.filter(({ work }) => work.state !== 'imported').map(({ found }) => found.path))
  const fresh = files
    .filter(({ path }, at) => !known.has(path) && files.findIndex((other) => other.path === path) === at)
    .map((found): IntakeFile => ({
      found,
      shopId: found.suggestedShopId ?? fitting(shop, found),
      creator: '',
      corrections: [],
      revision: 0,
      work: { state: 'waiting' },
    }))
  const again = new Set(fresh.map(({ found }) => found.path))
  return [...state.filter(({ found }) => !again.has(found.path)), ...fresh]
}

function fitting(shop: CurrentShop | null, { recognised }: Found): string | null {
  const currency = recognised?.currency ?? null
  return shop !== null && (currency === null || currency === shop.currency) ? shop.id : null
}

function changed(state: Intake, path: string, change: (file: IntakeFile) => IntakeFile): Intake {
  return state.map((file) => (file.found.path === path ? change(file) : file))
}

function asked(file: IntakeFile): IntakeFile {
  return { ...file, revision: file.revision + 1, work: { state: 'waiting' } }
}
