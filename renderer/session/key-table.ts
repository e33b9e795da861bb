/**
 * Every key of the window, once: what listens, what the cheat sheet shows and what the palette prints beside a command
 * come from here. `Mod` is Ctrl, on a Mac Cmd. A blank joins two strokes: `G R` is G, then R.
 */

import type { Section } from './place'

export type KeyScope =
  | 'global'
  | 'go'
  | 'grid'
  | 'drawer'
  | 'profile'
  | 'merge'
  | 'inbox'
  | 'today'
  | 'board'
  | 'samples'
  | 'creators'
  | 'vetting'
  | 'content'
  | 'campaigns'
  | 'live'
  | 'cash'
  | 'requests'
  | 'ghosting'
  | 'review'
  | 'pick'
  | 'compliance'
  | 'contracts'
  | 'settlement'
  | 'costs'

export const KEYS = {
  palette: { scope: 'global', keys: ['Mod+K'] },
  help: { scope: 'global', keys: ['?'] },
  undo: { scope: 'global', keys: ['Mod+Z'] },
  redo: { scope: 'global', keys: ['Mod+Shift+Z', 'Mod+Y'] },
  shop: {
    scope: 'global',
    keys: ['Mod+0', 'Mod+1', 'Mod+2', 'Mod+3', 'Mod+4', 'Mod+5', 'Mod+6', 'Mod+7', 'Mod+8', 'Mod+9'],
  },
  rail: { scope: 'global', keys: ['Mod+B'] },
  find: { scope: 'global', keys: ['/'] },
  log: { scope: 'global', keys: ['L'] },
  // Not `Mod+;`, which is today's date in every table.
  templates: { scope: 'global', keys: ['Mod+J'] },
  send: { scope: 'global', keys: ['Mod+Shift+S'] },
  move: { scope: 'grid', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
  edge: { scope: 'grid', keys: ['Mod+ArrowUp', 'Mod+ArrowDown', 'Mod+ArrowLeft', 'Mod+ArrowRight'] },
  page: { scope: 'grid', keys: ['PageUp', 'PageDown'] },
  ends: { scope: 'grid', keys: ['Home', 'End', 'Mod+Home', 'Mod+End'] },
  step: { scope: 'grid', keys: ['Enter', 'Shift+Enter', 'Tab', 'Shift+Tab'] },
  peek: { scope: 'grid', keys: ['Space'] },
  open: { scope: 'grid', keys: ['Alt+Enter'] },
  edit: { scope: 'grid', keys: ['F2'] },
  fillDown: { scope: 'grid', keys: ['Mod+D'] },
  fillRight: { scope: 'grid', keys: ['Mod+R'] },
  fillSelection: { scope: 'grid', keys: ['Mod+Enter'] },
  today: { scope: 'grid', keys: ['Mod+;'] },
  clear: { scope: 'grid', keys: ['Delete', 'Backspace'] },
  range: { scope: 'grid', keys: ['Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowLeft', 'Shift+ArrowRight'] },
  rangeEdge: {
    scope: 'grid',
    keys: ['Mod+Shift+ArrowUp', 'Mod+Shift+ArrowDown', 'Mod+Shift+ArrowLeft', 'Mod+Shift+ArrowRight'],
  },
  all: { scope: 'grid', keys: ['Mod+A'] },
  tick: { scope: 'grid', keys: ['X', 'Shift+Space'] },
  copy: { scope: 'grid', keys: ['Mod+C'] },
  cut: { scope: 'grid', keys: ['Mod+X'] },
  pasteCells: { scope: 'grid', keys: ['Mod+V'] },
  filter: { scope: 'grid', keys: ['Mod+Shift+F'] },
  saveView: { scope: 'grid', keys: ['Mod+Shift+V'] },
  bulkEdit: { scope: 'grid', keys: ['Mod+Shift+E'] },
  sendBlock: { scope: 'drawer', keys: ['S'] },
  previous: { scope: 'drawer', keys: ['Alt+ArrowUp'] },
  next: { scope: 'drawer', keys: ['Alt+ArrowDown'] },
  closeDetail: { scope: 'drawer', keys: ['Escape'] },
  logContact: { scope: 'profile', keys: ['L'] },
  newTask: { scope: 'profile', keys: ['T'] },
  logReply: { scope: 'profile', keys: ['R'] },
  mergePerson: { scope: 'profile', keys: ['M'] },
  mergeField: { scope: 'merge', keys: ['ArrowUp', 'ArrowDown'] },
  mergeSide: { scope: 'merge', keys: ['ArrowLeft', 'ArrowRight'] },
  mergeBoth: { scope: 'merge', keys: ['B'] },
  mergeSwap: { scope: 'merge', keys: ['S'] },
  mergeNow: { scope: 'merge', keys: ['Mod+Enter'] },
  candidate: { scope: 'inbox', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },
  both: { scope: 'inbox', keys: ['B'] },
  write: { scope: 'inbox', keys: ['W'] },
  decide: { scope: 'inbox', keys: ['Mod+Enter'] },
  alike: { scope: 'inbox', keys: ['A'] },
  item: { scope: 'inbox', keys: ['ArrowDown', 'ArrowUp'] },
  leave: { scope: 'inbox', keys: ['Escape'] },
  taskDone: { scope: 'today', keys: ['D'] },
  taskSnooze: { scope: 'today', keys: ['S'] },
  taskWait: { scope: 'today', keys: ['W'] },
  taskReplied: { scope: 'today', keys: ['R'] },
  taskOpen: { scope: 'today', keys: ['Enter'] },
  taskPeek: { scope: 'today', keys: ['Space'] },
  taskTick: { scope: 'today', keys: ['X'] },
  taskNew: { scope: 'today', keys: ['N'] },
  cardBefore: { scope: 'board', keys: ['['] },
  cardAfter: { scope: 'board', keys: [']'] },
  cardTick: { scope: 'board', keys: ['X'] },
  cardMove: { scope: 'board', keys: ['M'] },
  cardLadder: { scope: 'board', keys: ['L'] },
  cardTask: { scope: 'board', keys: ['T'] },
  cardPeek: { scope: 'board', keys: ['Space'] },
  cardOpen: { scope: 'board', keys: ['Enter'] },
  sampleTab: { scope: 'samples', keys: ['1', '2', '3', '4', '5', '6', '7'] },
  sampleNew: { scope: 'samples', keys: ['Shift+N'] },
  creatorAdd: { scope: 'creators', keys: ['N'] },
  creatorStar: { scope: 'creators', keys: ['S'] },
  campaignAdd: { scope: 'campaigns', keys: ['N'] },
  campaignTab: { scope: 'campaigns', keys: ['1', '2', '3', '4', '5', '6'] },
  campaignRate: { scope: 'campaigns', keys: ['R'] },
  campaignCreators: { scope: 'campaigns', keys: ['A'] },
  campaignBrief: { scope: 'campaigns', keys: ['B'] },
  creatorBatch: { scope: 'creators', keys: ['E'] },
  yes: { scope: 'vetting', keys: ['Y'] },
  no: { scope: 'vetting', keys: ['N'] },
  later: { scope: 'vetting', keys: ['L'] },
  undecided: { scope: 'vetting', keys: ['U'] },
  reason: { scope: 'vetting', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },
  beside: { scope: 'vetting', keys: ['[', ']'] },
  requestApprove: { scope: 'requests', keys: ['A'] },
  requestGreen: { scope: 'requests', keys: ['Shift+A'] },
  requestDecline: { scope: 'requests', keys: ['D'] },
  requestAsk: { scope: 'requests', keys: ['?'] },
  liveMove: { scope: 'live', keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'] },
  liveLength: { scope: 'live', keys: ['Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight'] },
  liveNew: { scope: 'live', keys: ['N'] },
  liveOpen: { scope: 'live', keys: ['Enter'] },
  liveRemove: { scope: 'live', keys: ['Delete'] },
  liveWeek: { scope: 'live', keys: ['[', ']'] },
  cashNew: { scope: 'cash', keys: ['N'] },
  cashSlip: { scope: 'cash', keys: ['[', ']'] },
  ghostNudge: { scope: 'ghosting', keys: ['N'] },
  ghostExcuse: { scope: 'ghosting', keys: ['X'] },
  ghostBlock: { scope: 'ghosting', keys: ['B'] },
  verdict: { scope: 'review', keys: ['1', '2', '3', '4'] },
  verdictBack: { scope: 'review', keys: ['U'] },
  play: { scope: 'review', keys: ['Space'] },
  seek: { scope: 'review', keys: ['ArrowLeft', 'ArrowRight'] },
  frame: { scope: 'review', keys: [',', '.'] },
  speed: { scope: 'review', keys: ['[', ']'] },
  reviewNext: { scope: 'review', keys: ['J', 'ArrowDown'] },
  reviewBefore: { scope: 'review', keys: ['K', 'ArrowUp'] },
  reviewNote: { scope: 'review', keys: ['M'] },
  reviewFindings: { scope: 'review', keys: ['W'] },
  grade: { scope: 'review', keys: ['S', 'A', 'B', 'C'] },
  disclosed: { scope: 'review', keys: ['D'] },
  feedback: { scope: 'review', keys: ['F'] },
  compareVersions: { scope: 'review', keys: ['V'] },
  published: { scope: 'review', keys: ['P'] },
  handIn: { scope: 'review', keys: ['N'] },
  pickMove: { scope: 'pick', keys: ['ArrowDown', 'ArrowUp'] },
  pickTick: { scope: 'pick', keys: ['X'] },
  pickPack: { scope: 'pick', keys: ['P'] },
  pickShip: { scope: 'pick', keys: ['S'] },
  pickTracking: { scope: 'pick', keys: ['T'] },
  pickFile: { scope: 'pick', keys: ['I'] },
  contentPaste: { scope: 'content', keys: ['N'] },
  postValid: { scope: 'content', keys: ['V'] },
  postWrongLink: { scope: 'content', keys: ['X'] },
  postDeleted: { scope: 'content', keys: ['0'] },
  findingNext: { scope: 'compliance', keys: ['Alt+ArrowDown', 'Alt+ArrowUp'] },
  findingApply: { scope: 'compliance', keys: ['Alt+Enter'] },
  findingList: { scope: 'compliance', keys: ['Escape'] },
  contractNew: { scope: 'contracts', keys: ['N'] },
  contractTerms: { scope: 'contracts', keys: ['E'] },
  contractVersion: { scope: 'contracts', keys: ['V'] },
  contractCompare: { scope: 'contracts', keys: ['D'] },
  contractStep: { scope: 'contracts', keys: ['1', '2', '3', '4'] },
  contractBack: { scope: 'contracts', keys: ['Escape'] },
  settlementTab: { scope: 'settlement', keys: ['1', '2', '3', '4', '5', '6', '7'] },
  settlementDiffering: { scope: 'settlement', keys: ['D'] },
  settlementProducts: { scope: 'settlement', keys: ['B'] },
  settlementFrozen: { scope: 'settlement', keys: ['F'] },
  settlementPartial: { scope: 'settlement', keys: ['P'] },
  settlementIneligible: { scope: 'settlement', keys: ['I'] },
  settlementUntag: { scope: 'settlement', keys: ['U'] },
  costOwe: { scope: 'costs', keys: ['Mod+Shift+O'] },
  payableNew: { scope: 'settlement', keys: ['N'] },
  payablePay: { scope: 'settlement', keys: ['Y'] },
  payablesBank: { scope: 'settlement', keys: ['Mod+Shift+B'] },
  periodClose: { scope: 'settlement', keys: ['Mod+L'] },
} as const satisfies Readonly<Record<string, { readonly scope: KeyScope; readonly keys: readonly string[] }>>

export type KeyName = keyof typeof KEYS

/** `G`, then this letter. */
export const GO_KEYS: Readonly<Record<Section, string>> = {
  today: 'T',
  pipeline: 'F',
  samples: 'S',
  review: 'R',
  pick: 'P',
  compliance: 'Z',
  live: 'L',
  roi: 'Y',
  imports: 'I',
  creators: 'C',
  quotes: 'Q',
  vetting: 'V',
  campaigns: 'J',
  products: 'D',
  shops: 'B',
  onboarding: 'N',
  outreach: 'O',
  content: 'X',
  costs: 'G',
  contracts: 'A',
  settlement: 'M',
  cash: 'K',
  sync: 'W',
  history: 'H',
  audit: 'U',
  settings: 'E',
}

/** A key as people read it on this system: `Ctrl K`, `⌘ K`, `Alt ↓`. */
export function keyText(chord: string, mac: boolean): string {
  const names: Readonly<Record<string, string>> = {
    Mod: mac ? '⌘' : 'Ctrl',
    Alt: mac ? '⌥' : 'Alt',
    Shift: mac ? '⇧' : 'Shift',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    PageUp: 'PgUp',
    PageDown: 'PgDn',
    Escape: 'Esc',
  }
  return chord
    .split('+')
    .map((part) => names[part] ?? part)
    .join(' ')
}

export const IS_MAC = typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac')
