/** The lines of the day, drawn as far as they are on screen, with one cursor and one key for each thing to do. */

import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react'

import type { Task } from '../../../shared/contract/tasks'
import { SnoozeMenu } from '../../creator/SnoozeMenu'
import { type TaskActions, useTaskActions } from '../../creator/use-task-actions'
import { useText } from '../../messages/i18n'
import { chordOf, isSecond } from '../../session/keys'
import { SIZES } from '../../ui/tokens'
import { DayLineView } from './DayLineView'
import { type DayLine, firstLine, stepFrom } from './day-rows'
import { openFyi } from './fyi'
import classes from './today.module.css'

export interface DayListProps {
  readonly lines: readonly DayLine[]
  /** How many tasks come on later days. */
  readonly later: number
  readonly now: number
  readonly showOwner: boolean
  readonly onEdit: (task: Task) => void
  readonly onOpen: (task: Task) => void
}

const OVERSCAN = 12

export function DayList(props: DayListProps) {
  const { lines, later, now, showOwner } = props
  const t = useText('tasks')
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const list = useDayList(props, scroller)
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => SIZES.row,
    overscan: OVERSCAN,
  })
  const { at } = list
  useEffect(() => rows.scrollToIndex(at), [rows, at])
  return (
    <div className={classes.whole}>
      <div
        ref={scroller}
        role="grid"
        aria-label={t('list')}
        aria-rowcount={lines.length}
        aria-colcount={6}
        aria-multiselectable
        aria-activedescendant={`${id}-${at}`}
        tabIndex={0}
        className={classes.scroller}
        data-owner={showOwner || undefined}
        onKeyDown={list.onKeyDown}
      >
        <div role="presentation" className={classes.canvas} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const line = lines[index]
            return (
              line && (
                <DayLineView
                  key={index}
                  id={`${id}-${index}`}
                  index={index}
                  line={line}
                  top={start}
                  now={now}
                  showOwner={showOwner}
                  current={index === at}
                  ticked={line.line === 'task' && list.ticked.has(line.task.id)}
                  list={list}
                />
              )
            )
          })}
        </div>
      </div>
      <DayFoot list={list} later={later} now={now} />
    </div>
  )
}

interface DayFootProps {
  readonly list: DayListState
  readonly later: number
  readonly now: number
}

/** What is ticked, what comes later, which keys there are; and the menu of snoozing. */
function DayFoot({ list, later, now }: DayFootProps) {
  const t = useText('tasks')
  return (
    <div className={classes.foot}>
      <SnoozeMenu
        opened={list.snoozing !== null}
        onClose={() => list.snooze(null)}
        onChoose={(choice) => {
          list.actions.snooze(list.snoozing ?? [], choice)
          list.untick()
        }}
        now={now}
      >
        <Button size="compact-xs" variant="default" onClick={() => list.snooze(list.meant)}>
          {t('actions.snooze')}
        </Button>
      </SnoozeMenu>
      {list.ticked.size > 0 && <span>{t('count', { count: list.ticked.size })}</span>}
      {later > 0 && <span>{t('later', { count: later })}</span>}
      <span className={classes.keys}>{t('keys')}</span>
    </div>
  )
}

export interface DayListState {
  readonly at: number
  readonly ticked: ReadonlySet<string>
  /** Tasks that are being put off. */
  readonly snoozing: readonly Task[] | null
  /** What a key means: the ticked tasks, else the one under the cursor; null for none. */
  readonly meant: readonly Task[] | null
  readonly actions: TaskActions
  readonly go: (index: number) => void
  readonly toggle: (task: Task) => void
  readonly untick: () => void
  readonly snooze: (tasks: readonly Task[] | null) => void
  readonly open: (line: DayLine) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function useDayList(
  { lines, now, onEdit, onOpen }: DayListProps,
  scroller: { readonly current: HTMLDivElement | null },
): DayListState {
  const [wanted, go] = useState(() => firstLine(lines))
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [snoozing, setSnoozing] = useState<readonly Task[] | null>(null)
  const actions = useTaskActions(now)
  // What was done leaves the list: the cursor stays where it is, on what came up.
  const at = settledAt(lines, wanted)
  useEffect(() => scroller.current?.focus(), [scroller])
  const line = lines[at]
  const chosen = lines.flatMap((one) => (one.line === 'task' && ticked.has(one.task.id) ? [one.task] : []))
  const tasks = chosen.length > 0 ? chosen : line?.line === 'task' ? [line.task] : []
  const untick = useCallback(() => setTicked(new Set()), [])
  const toggle = (task: Task) => setTicked((before) => toggled(before, task.id))
  const open = (what: DayLine) => {
    if (what.line === 'task') onOpen(what.task)
    if (what.line === 'fyi') openFyi(what.fyi)
  }
  const act = (work: (tasks: readonly Task[]) => void) => () => {
    if (tasks.length > 0) work(tasks)
    untick()
  }
  const task = line?.line === 'task' ? line.task : null
  const meant = tasks.length > 0 ? tasks : null
  const keys: Readonly<Record<string, () => void>> = {
    ...movesIn(lines, at, go),
    D: act(actions.done),
    W: act(actions.wait),
    S: () => setSnoozing(meant),
    R: () => task && actions.replied(task),
    X: () => task && toggle(task),
    Enter: () => line && open(line),
    Space: () => task && onEdit(task),
    // Without anything ticked it is the drawer's.
    ...(ticked.size > 0 && { Escape: untick }),
  }
  return {
    at,
    ticked,
    snoozing,
    meant,
    actions,
    go,
    toggle,
    untick,
    snooze: (next) => {
      setSnoozing(next)
      if (next === null) scroller.current?.focus()
    },
    open,
    onKeyDown(event) {
      const run = keys[chordOf(event.nativeEvent)]
      if (run === undefined || isSecond(event.nativeEvent)) return
      event.preventDefault()
      run()
    },
  }
}

function toggled(ticked: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set(ticked.has(id) ? [...ticked].filter((one) => one !== id) : [...ticked, id])
}

function movesIn(lines: readonly DayLine[], at: number, go: (index: number) => void) {
  return {
    ArrowDown: () => go(stepFrom(lines, at, 1)),
    ArrowUp: () => go(stepFrom(lines, at, -1)),
    Home: () => go(firstLine(lines)),
    End: () => go(stepFrom(lines, lines.length, -1)),
  }
}

function settledAt(lines: readonly DayLine[], wanted: number): number {
  const at = Math.min(wanted, lines.length - 1)
  if (lines[at]?.line !== 'head') return at
  const after = stepFrom(lines, at, 1)
  return after === at ? stepFrom(lines, at, -1) : after
}
