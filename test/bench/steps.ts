/** What is measured in processes of their own, by name: see `apart.ts`. */

import { statSync } from 'node:fs'

import { addDerivedCreators, creatorId } from '../../db/capture/derived'
import { dayOfNumber } from '../../shared/domain/days'
import type { Step } from './apart'
import { backupRounds, fill, watchTurns } from './backup-steps'
import { cashRounds, type CashInput } from './cash-steps'
import { type ContentInput, contentRounds } from './content-steps'
import { creatorRounds, type CreatorsInput } from './creators-steps'
import { type EditInput, editRounds } from './edit-steps'
import { sendRounds, type SendInput } from './facts-steps'
import { type IncomeInput, incomeRounds } from './income-steps'
import { createLineTable, insertFiles, openDuck, removeDuck } from './peers/duck'
import { importNaively, importWithCli, removeSqlite } from './peers/sqlite'
import { joinOnce, type JoinInput } from './join-steps'
import { bigRounds, cipherRounds, type PackInput, packSizes } from './pack-steps'
import { parseWithUdsv } from './peers/udsv'
import { addFees, createAgency, importAll, openQuiet, shopIds, startProduct } from './product'
import { benchFees } from './questions'
import { readLines } from './reading-steps'
import { roiRounds } from './roi-steps'
import { statementsOnce, type StatementsInput } from './statement-steps'
import { settlementRounds, type SettlementInput } from './settlement-steps'
import { captureRounds, type CaptureInput, mergeRounds, type MergeInput } from './sync-steps'
import { DAYS, FIRST_SECOND, type WorkloadFile, workloadShops } from './workload'

interface FilesInto {
  readonly files: readonly WorkloadFile[]
  /** The database to make, or (`again`) to go on with. */
  readonly to: string
  readonly again?: boolean
}

export interface StepInputs {
  readonly read: { readonly files: readonly WorkloadFile[] }
  readonly udsv: { readonly files: readonly WorkloadFile[] }
  readonly ours: FilesInto
  readonly duck: FilesInto
  readonly sqlite: FilesInto
  readonly naive: FilesInto
  readonly fees: { readonly file: string }
  readonly roi: RoiInput
  readonly settle: { readonly file: string }
  readonly open: { readonly file: string }
  readonly fill: { readonly file: string; readonly megabytes: number }
  readonly agency: { readonly file: string; readonly shops: number }
  readonly creators: { readonly file: string; readonly count: number }
  readonly backup: { readonly file: string; readonly megabytes: number; readonly rounds: number }
  readonly edits: EditInput
  readonly syncMerge: MergeInput
  readonly syncCapture: CaptureInput
  readonly factsSend: SendInput
  readonly packSizes: PackInput
  readonly packCipher: PackInput
  readonly packBig: PackInput
  readonly join: JoinInput
  readonly creatorLists: CreatorsInput
  readonly content: ContentInput
  readonly statements: StatementsInput
  readonly settlement: SettlementInput
  readonly income: IncomeInput
  readonly cash: CashInput
}
export type StepName = keyof StepInputs

export interface RoiInput {
  readonly file: string
  readonly duckFile: string
  readonly coveringFile: string
  readonly shops: number
  readonly rounds: number
}

export const STEPS: { readonly [S in StepName]: Step<StepInputs[S]> } = {
  read: ({ files }, timed) =>
    timed(async () => {
      let lines = 0
      for (const file of files) await readLines(file, (batch) => void (lines += batch.length))
      return lines
    }),

  udsv: ({ files }, timed) => timed(() => files.reduce((fields, { path }) => fields + parseWithUdsv(path), 0)),

  async ours({ files, to, again = false }, timed) {
    if (!again) removeSqlite(to)
    const shops = workloadShops(files.length)
    const product = again ? await openQuiet(to) : await createAgency(to, shops)
    const turns = watchTurns()
    const counts = await timed(async () => {
      const done = await importAll(product, files)
      product.context.host.close()
      return done
    })
    return { ...counts, longestTurnMs: Math.round(turns()), bytes: statSync(to).size }
  },

  async duck({ files, to, again = false }, timed) {
    if (!again) removeDuck(to)
    const duck = await openDuck(to)
    if (!again) await createLineTable(duck)
    await timed(async () => {
      await insertFiles(duck, files)
      duck.closeSync()
    })
  },

  async sqlite({ files, to }, timed) {
    removeSqlite(to)
    await timed(() => importWithCli(files, to))
    return { bytes: statSync(to).size }
  },

  async naive({ files, to }, timed) {
    removeSqlite(to)
    await timed(() => importNaively(files, to))
    return { bytes: statSync(to).size }
  },

  async fees({ file }) {
    const product = await openQuiet(file)
    const { reader } = product.context.host.current().workspace
    // A list of one text column.
    const creators = reader.prepare('SELECT handle FROM dim_creators ORDER BY handle').pluck().all() as string[]
    const shopId = (await shopIds(product)).get(workloadShops(1)[0]?.name ?? '') ?? ''
    await addFees(product, shopId, benchFees(creators))
    product.context.host.close()
  },

  roi: roiRounds,

  async settle({ file }) {
    const product = await openQuiet(file)
    product.context.host.close()
  },

  async open({ file }, timed) {
    const { client, context } = startProduct()
    const lastDay = FIRST_SECOND / 86_400 + DAYS - 1
    const period = { from: dayOfNumber(lastDay - 29), to: dayOfNumber(lastDay) }
    const gmv = await timed(async () => {
      await client.workspace.open({ file })
      const { now } = await client.roi.summary(period)
      await client.roi.trend(period)
      return now.gmv
    })
    context.host.close()
    return { gmv }
  },

  backup: backupRounds,

  edits: editRounds,

  syncMerge: mergeRounds,

  syncCapture: captureRounds,

  factsSend: sendRounds,

  packSizes,

  packCipher: cipherRounds,

  packBig: bigRounds,

  join: joinOnce,

  creatorLists: creatorRounds,

  content: contentRounds,
  statements: statementsOnce,

  settlement: settlementRounds,
  income: incomeRounds,
  cash: cashRounds,

  async fill({ file, megabytes }) {
    const { context } = await openQuiet(file)
    fill(context.host.current().workspace.writer, file, megabytes)
    context.host.close()
  },

  async agency({ file, shops }) {
    const { context } = await createAgency(file, workloadShops(shops))
    context.host.close()
  },

  async creators({ file, count }) {
    const { context } = await createAgency(file, workloadShops(1))
    const handles = Array.from({ length: count }, (_, i) => `creator.${i.toString(36)}`)
    await context.host.current().workspace.commit({ author: 'bench', label: 'creators.add:bench' }, (tx) => {
      const rows = handles.map((handle) => ({ id: creatorId(handle), handle }))
      addDerivedCreators(tx, rows)
    })
    context.host.close()
  },
}
