/** What is to be done, by whom and until when: follow-up ladders, snoozing, the Today page. */

import type { ReadableDb, WritableDb } from '../../../db/database'
import { keepCreator } from '../../../db/repositories/creators'
import { placesOf } from '../../../db/repositories/pipelines'
import { deleteRecord } from '../../../db/repositories/records'
import { findTasks, listTasks } from '../../../db/repositories/tasks'
import type { Task } from '../../../shared/contract/tasks'
import { isOpen, type Ladder } from '../../../shared/domain/ladders'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { todayOf } from '../following/day-list'
import { worthKnowing } from '../following/worth-knowing'
import { beginRun, continueRun } from '../following/ladders'
import { mergedCreators } from '../lookups/creators'
import { withOtherNames } from '../lookups/relations'
import { viewTasks } from '../lookups/task-views'
import { allLadders, type KnownTask, nextTasks, openTasks, toTask } from '../lookups/tasks'
import { openZones } from '../lookups/zones'
import { os } from '../serve'
import { put, today, write } from '../support'

export const tasks = {
  today: os.tasks.today.handler(async ({ input, context }) => {
    const { db } = context.host.current().workspace
    const me = context.author()
    const merged = mergedCreators(db)
    const all = openTasks(db, merged, input.shopId === null ? {} : { shopId: input.shopId })
    const owner = input.owner === undefined ? me : input.owner
    const groups = todayOf(all, { owner, now: context.now(), zone: input.zone })
    const shown = (found: readonly KnownTask[]) => viewTasks(db, found.slice(0, input.limit), today(context))
    const over = (found: readonly KnownTask[]) => Math.max(0, found.length - input.limit)
    return {
      me,
      people: [...new Set([me, ...all.flatMap((task) => task.owner ?? [])])].toSorted(),
      overdue: shown(groups.overdue),
      today: shown(groups.today),
      waiting: shown(groups.waiting),
      fyi: owner === me ? await worthKnowing(context, me) : [],
      later: groups.later.length,
      more: { overdue: over(groups.overdue), today: over(groups.today), waiting: over(groups.waiting) },
    }
  }),

  list: os.tasks.list.handler(({ input: { creatorId, shopId, owner, state }, context }) => {
    const { db } = context.host.current().workspace
    const merged = mergedCreators(db)
    const creatorIds =
      creatorId === undefined ? undefined : withOtherNames(merged, [merged.get(creatorId) ?? creatorId])
    const filter = { creatorIds, shopId, owner }
    const closed = () => listTasks(db, { ...filter, states: ['done', 'cancelled'] }).map((row) => toTask(row, merged))
    const found = [
      ...(state === 'closed' ? [] : openTasks(db, merged, filter)),
      ...(state === 'open' ? [] : closed().toReversed()),
    ]
    return viewTasks(db, found, today(context))
  }),

  put: os.tasks.put.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    const saved = await write(context, id ? 'tasks.update' : 'tasks.add', fields.title ?? '', (tx) => {
      if (fields.creatorId) keepCreator(tx, fields.creatorId)
      if (id !== undefined) return put(context, tx, 'tasks', id, fields)
      const birth = { kind: 'other', owner: context.author(), state: 'open', ...fields }
      return put(context, tx, 'tasks', null, birth)
    })
    return oneTask(context, db, saved)
  }),

  done: os.tasks.done.handler(async ({ input: { ids }, context }) => {
    const { db } = context.host.current().workspace
    const { done, next } = await write(context, 'tasks.done', subjectOf(db, ids), (tx) => {
      const open = openOf(tx, ids)
      const ladders = allLadders(tx)
      const zoneOf = zonesFor(context, tx, open)
      const at = context.now()
      const next = open.flatMap((task) => {
        put(context, tx, 'tasks', task.id, { state: 'done', doneAt: at })
        const ladder = ladders.get(task.ladder ?? '')
        return (ladder && continueRun(tx, ladder, task, at, zoneOf(task))) ?? []
      })
      return { done: open.length, next }
    })
    return { done, next: tasksNamed(context, db, next) }
  }),

  cancel: os.tasks.cancel.handler(async ({ input: { ids, reason }, context }) => {
    const { db } = context.host.current().workspace
    const cancelled = await write(context, 'tasks.cancel', subjectOf(db, ids), (tx) => {
      const open = openOf(tx, ids)
      for (const { id } of open) put(context, tx, 'tasks', id, { state: 'cancelled', reason: reason || null })
      return open.length
    })
    return { cancelled }
  }),

  snooze: os.tasks.snooze.handler(async ({ input: { ids, until }, context }) => {
    const { db } = context.host.current().workspace
    const snoozed = await write(context, 'tasks.snooze', subjectOf(db, ids), (tx) => {
      const open = openOf(tx, ids)
      for (const { id } of open) put(context, tx, 'tasks', id, { snoozedUntil: until })
      return open.length
    })
    return { snoozed }
  }),

  wait: os.tasks.wait.handler(async ({ input: { ids }, context }) => {
    const { db } = context.host.current().workspace
    const waiting = await write(context, 'tasks.wait', subjectOf(db, ids), (tx) => {
      const open = openOf(tx, ids)
      for (const { id } of open) put(context, tx, 'tasks', id, { state: 'waiting' })
      return open.length
    })
    return { waiting }
  }),

  remove: os.tasks.remove.handler(async ({ input: { id }, context }) => {
    const { db } = context.host.current().workspace
    await write(context, 'tasks.remove', subjectOf(db, [id]), (tx) => deleteRecord(tx, 'tasks', id))
    return {}
  }),

  startLadder: os.tasks.startLadder.handler(async ({ input, context }) => {
    const { db } = context.host.current().workspace
    const ladder = ladderOf(db, input.ladder)
    const started = await write(context, 'tasks.startLadder', String(input.items.length), (tx) => {
      const merged = mergedCreators(tx)
      const running = new Set(
        openTasks(tx, merged).flatMap((task) => (task.ladder === ladder.key ? [pairOf(task)] : [])),
      )
      const places = new Map(
        placesOf(
          tx,
          input.items.map(({ creatorId }) => merged.get(creatorId) ?? creatorId),
        ).map((one) => [one.id, one]),
      )
      const zoneOf = openZones(tx, today(context))
      const at = context.now()
      const owner = input.owner ?? context.author()
      let count = 0
      for (const item of input.items) {
        const creatorId = merged.get(item.creatorId) ?? item.creatorId
        const place = places.get(creatorId)
        if (place === undefined) throw new AppError('record.notFound', { entity: 'creators', id: item.creatorId })
        const run = { ladder: ladder.key, creatorId, shopId: item.shopId, owner }
        if (running.has(pairOf(run))) continue
        running.add(pairOf(run))
        if (beginRun(tx, ladder, run, at, zoneOf(place, item.shopId))) count += 1
      }
      return count
    })
    return { started, running: input.items.length - started }
  }),

  next: os.tasks.next.handler(({ input: { creatorIds }, context }) => {
    const { db } = context.host.current().workspace
    const merged = mergedCreators(db)
    const next = nextTasks(db, merged)
    const people = [...new Set(creatorIds.map((id) => merged.get(id) ?? id))]
    return viewTasks(
      db,
      people.flatMap((id) => next.get(id) ?? []),
      today(context),
    )
  }),

  ladders: os.tasks.ladders.handler(({ input: { archived }, context }) =>
    [...allLadders(context.host.current().workspace.db).values()]
      .filter((ladder) => archived || !ladder.archived)
      .map(toContract),
  ),

  putLadder: os.tasks.putLadder.handler(async ({ input: { key, fields }, context }) => {
    const { db } = context.host.current().workspace
    const { steps, stopOn, ...rest } = fields
    if (steps?.some(({ day, event }) => (day === null) === (event === null))) {
      throw new AppError('record.invalid', { entity: 'ladders', field: 'steps', reason: 'dayOrEvent' })
    }
    const days = steps?.flatMap(({ day }) => day ?? []) ?? []
    if (days.some((day, index) => index > 0 && day <= (days[index - 1] ?? 0))) {
      throw new AppError('record.invalid', { entity: 'ladders', field: 'steps', reason: 'notInOrder' })
    }
    await write(context, 'ladders.put', fields.name ?? key, (tx) =>
      put(context, tx, 'ladders', null, {
        key,
        ...rest,
        ...(steps && { steps: JSON.stringify(steps) }),
        ...(stopOn && { stopOn: JSON.stringify(stopOn) }),
      }),
    )
    return toContract(ladderOf(db, key))
  }),
}

function tasksNamed(context: WorkspaceContext, db: ReadableDb, ids: readonly string[]): Task[] {
  const merged = mergedCreators(db)
  return viewTasks(
    db,
    findTasks(db, ids).map((row) => toTask(row, merged)),
    today(context),
  )
}

function oneTask(context: WorkspaceContext, db: ReadableDb, id: string): Task {
  const [task] = tasksNamed(context, db, [id])
  if (task === undefined) throw new AppError('record.notFound', { entity: 'tasks', id })
  return task
}

/** Those of these tasks that are open; refuses ids of none. */
function openOf(tx: WritableDb, ids: readonly string[]): KnownTask[] {
  const merged = mergedCreators(tx)
  const found = findTasks(tx, ids).map((row) => toTask(row, merged))
  const missing = ids.find((id) => !found.some((task) => task.id === id))
  if (missing !== undefined) throw new AppError('record.notFound', { entity: 'tasks', id: missing })
  return found.filter(isOpen)
}

/** What a step about tasks is called: the one task's title or creator, else how many there are. */
function subjectOf(db: ReadableDb, ids: readonly string[]): string {
  const [first, ...others] = findTasks(db, ids)
  if (first === undefined || others.length > 0) return String(ids.length)
  if (first.title !== null) return first.title
  const [creator] = first.creatorId === null ? [] : placesOf(db, [first.creatorId])
  return creator?.handle ?? '1'
}

function zonesFor(context: WorkspaceContext, tx: WritableDb, open: readonly KnownTask[]): (task: KnownTask) => string {
  const places = new Map(
    placesOf(
      tx,
      open.flatMap(({ creatorId }) => creatorId ?? []),
    ).map((one) => [one.id, one]),
  )
  const zoneOf = openZones(tx, today(context))
  return ({ creatorId, shopId }) => zoneOf(creatorId === null ? undefined : places.get(creatorId), shopId)
}

function pairOf({ creatorId, shopId }: { readonly creatorId: string | null; readonly shopId: string | null }): string {
  return `${creatorId ?? ''} ${shopId ?? ''}`
}

function ladderOf(db: ReadableDb, key: string): Ladder {
  const ladder = allLadders(db).get(key)
  if (ladder === undefined) throw new AppError('record.notFound', { entity: 'ladders', id: key })
  return ladder
}

function toContract(ladder: Ladder) {
  return { ...ladder, steps: ladder.steps.map((step) => ({ ...step })), stopOn: [...ladder.stopOn] }
}
