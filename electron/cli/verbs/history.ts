/** `history`: who changed what, and steps taken back. */

import type { Step } from '../../../shared/contract/history'
import { given, type Answer, type Call, type Verb } from '../command'
import { instant, shortInstant } from '../figures'
import { table } from '../table'

export const HISTORY_VERBS: readonly Verb[] = [
  {
    noun: 'history',
    verb: 'list',
    words: '',
    count: [0, 0],
    summary: 'lists the last steps, newest first',
    options: { limit: { value: 'N', help: 'at most so many, 1 to 500 (else 100)' } },
    workspace: 'open',
    run: list,
  },
  {
    noun: 'history',
    verb: 'of',
    words: 'ENTITY ID',
    count: [2, 2],
    summary: 'shows what happened to one record',
    options: {},
    workspace: 'open',
    run: ofRecord,
  },
  {
    noun: 'history',
    verb: 'undo',
    words: '',
    count: [0, 0],
    summary: 'takes back the last step made on this computer',
    options: {},
    workspace: 'open',
    run: (call) => take(call, 'undo'),
  },
  {
    noun: 'history',
    verb: 'redo',
    words: '',
    count: [0, 0],
    summary: 'does again what was taken back last',
    options: {},
    workspace: 'open',
    run: (call) => take(call, 'redo'),
  },
]

async function list({ client, options }: Call): Promise<Answer> {
  const { steps, undo, redo } = await client.history.recent({ ...given('limit', options.whole('limit', 1)) })
  const text = table(steps, [
    { title: 'when', of: (step) => shortInstant(step.at) },
    { title: 'who', of: (step) => step.author },
    { title: 'what', of: (step) => step.label },
    { title: 'of', of: (step) => step.subject },
    { title: 'changes', of: (step) => String(step.changes), right: true },
    { title: '', of: (step) => (step.state === 'done' ? '' : step.state) },
  ])
  return {
    json: { rows: steps.map(stepJson), undo: undo && stepJson(undo), redo: redo && stepJson(redo) },
    text: steps.length === 0 ? 'nothing happened yet' : text,
  }
}

async function ofRecord({ client, words }: Call): Promise<Answer> {
  const [entity = '', id = ''] = words
  const rows = await client.history.ofRecord({ entity, id })
  const text = table(rows, [
    { title: 'when', of: (row) => shortInstant(row.at) },
    { title: 'who', of: (row) => row.author },
    { title: 'what', of: (row) => row.label },
    { title: 'field', of: (row) => row.field },
    { title: 'before', of: (row) => String(row.before ?? '') },
    { title: 'after', of: (row) => String(row.after ?? '') },
  ])
  return {
    json: { rows: rows.map((row) => ({ ...row, at: instant(row.at) })) },
    text: rows.length === 0 ? 'nothing is known of it' : text,
  }
}

async function take({ client }: Call, which: 'undo' | 'redo'): Promise<Answer> {
  const step = await client.history[which]({})
  return {
    json: stepJson(step),
    text: `${which === 'undo' ? 'taken back' : 'done again'}: ${step.label} ${step.subject}`.trim(),
  }
}

function stepJson(step: Step) {
  return { ...step, at: instant(step.at) }
}
