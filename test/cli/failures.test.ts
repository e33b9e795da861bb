import { ORPCError } from '@orpc/client'
import { describe, expect, test } from 'vitest'

import { exitCodeOf, messageOf } from '../../electron/cli/messages'
import { APP_ERRORS, AppError, type AppErrorCode, type AppErrorParams } from '../../shared/errors'
import { answering, documentOf, starboard } from './support'

/** One made-up refusal of every code. */
const EVERY: { readonly [C in AppErrorCode]: AppErrorParams<C> } = {
  'input.invalid': { path: 'fields.market', reason: 'too short' },
  'workspace.notOpen': {},
  'workspace.notFound': { file: '/a/b.starboard' },
  'workspace.exists': { file: '/a/b.starboard' },
  'workspace.damaged': { file: '/a/b.starboard', detail: 'page 7' },
  'workspace.locked': { file: '/a/b.starboard', holder: 'process 77' },
  'workspace.fromFuture': { file: '/a/b.starboard', version: 9, supported: 2 },
  'workspace.inReplicatedFolder': { file: '/a/b.starboard', service: 'Dropbox' },
  'workspace.diskFull': { file: '/a/b.starboard', neededBytes: 12_000_000 },
  'workspace.notWritable': { file: '/a/b.starboard' },
  'workspace.gone': {},
  'record.notFound': { entity: 'creators', id: 'c7' },
  'record.unknownEntity': { entity: 'kings' },
  'record.invalid': { entity: 'creators', field: 'handle', reason: 'is empty' },
  'record.inUse': { entity: 'shops', id: 's7', by: 'order lines' },
  'edits.tooMany': { cells: 1_000_000, most: 200_000 },
  'shop.notFound': { shop: 'Nowhere' },
  'shop.ambiguous': { shop: 'Twice' },
  'import.unreadable': { file: '/a/orders.csv', reason: 'empty' },
  'import.unknownKind': { file: '/a/orders.csv', headers: ['Name', 'Age'], looksLike: null },
  'import.missingColumns': { file: '/a/orders.csv', kind: 'affiliateOrders', columns: ['Order ID', 'Currency'] },
  'import.nothingReadable': { file: '/a/orders.csv', rejected: 12, firstReason: 'statusUnknown' },
  'import.doesNotAddUp': { file: '/a/income.xlsx', lines: 40, failed: 39, shifted: true },
  'import.busy': {},
  'import.cancelled': {},
  'import.notFound': { id: 'b7' },
  'undo.nothing': {},
  'undo.changedSince': { label: 'records.put', entity: 'creators', field: 'remark' },
  'backup.notFound': { file: '/a/backup.starboard' },
  'contract.fixed': { title: 'Spring', state: 'signed', field: 'fee' },
  'contract.cannotSign': { reason: 'notNewest' },
  'contract.badPaper': { file: '/a/b', reason: 'noEnd' },
  'export.notWritable': { file: '/a/out.csv' },
  'sync.unreadable': { file: '/a/li.starpack', reason: 'damaged' },
  'sync.passphraseNeeded': { file: '/a/li.starpack' },
  'sync.wrongPassphrase': { file: '/a/li.starpack' },
  'sync.otherWorkspace': { file: '/a/li.starpack', name: 'Northwind' },
  'sync.fromFuture': { file: '/a/li.starpack', version: 9, supported: 1 },
  'sync.twoHistories': { file: '/a/li.starpack', replica: '0011223344556677', person: 'Li', seq: 12 },
  'sync.folderUnavailable': { folder: '/a/team', reason: 'missing' },
  'sync.badCode': { code: 'SB1-7K' },
  'sync.nothingToSend': {},
  'sync.cancelled': {},
  'sync.stale': { entity: 'creators', id: 'c7', field: 'phone' },
  'sync.undecided': { entity: 'creators', id: 'c7', field: 'phone' },
  'record.onHold': { entity: 'costLines', id: 'l7' },
  'record.illegalStep': { entity: 'costLines', id: 'l7', from: 'paid', to: 'planned' },
  'contract.guard': { guard: 'advance', reason: 'unsigned', canOverride: true, title: 'Spring', until: null },
  'claim.held': { owner: 'Wang', until: 1_764_374_400_000, lastContact: 1_763_164_800_000, elsewhere: false },
  'role.hidden': { entity: 'costLines', field: 'amount' },
  'role.notAllowed': { role: 'bd' },
  'clock.impossible': { date: '2107-01-01' },
  'attachment.elsewhere': { id: 'a7', name: 'brief.pdf' },
  'attachment.unreadable': { file: '/a/brief.pdf', reason: 'changed' },
  internal: { incident: '1f2e3d' },
}

// The keys are exactly those of APP_ERRORS.
const CODES = Object.keys(APP_ERRORS) as AppErrorCode[]

describe('every refusal', () => {
  test.each(CODES)('%s names what it is about', (code) => {
    const params = EVERY[code]
    const message = messageOf(code, params)
    for (const value of Object.values(params)) {
      // Reasons from a list and people's names beside ids have a wording of their own; sizes are shown for people.
      const worded = /\.unreadable$|Unavailable$|twoHistories|^contract\./.test(code) && !/[/\d]/.test(String(value))
      const isShown = typeof value === 'string' && !worded
      expect(message).toContain(isShown ? value : '')
    }
    expect(message.length).toBeGreaterThan(10)
  })

  test.each(CODES)('%s reaches the caller as code, message, details and exit code', async (code) => {
    // As the contract's own errors arrive.
    const refused = () => Promise.reject(new ORPCError(code, { defined: true, data: EVERY[code] }))
    const ran = await starboard(['workspace', 'info', '--workspace', 'w', '--json'], {
      connect: answering({ workspace: { open: refused } }),
    })
    expect(ran.code).toBe(exitCodeOf(code))
    expect(documentOf(ran)).toEqual({ error: { code, message: messageOf(code, EVERY[code]), details: EVERY[code] } })
  })
})

test.each([
  ['workspace.locked', 4],
  ['workspace.damaged', 5],
  ['workspace.fromFuture', 6],
  ['import.unknownKind', 3],
  ['record.invalid', 3],
  ['shop.notFound', 3],
  ['input.invalid', 2],
  ['internal', 1],
] as const)('%s ends with %i', (code, exit) => {
  expect(exitCodeOf(code)).toBe(exit)
})

test('a bug ends with 1 and still closes the workspace', async () => {
  let closed = false
  const connect = async () => ({
    ...(await answering({ workspace: { open: () => Promise.reject(new Error('boom')) } })()),
    close: async () => {
      closed = true
    },
  })
  const ran = await starboard(['workspace', 'info', '--workspace', 'w'], { connect })
  expect(ran.code).toBe(1)
  expect(ran.out).toBe('')
  expect(closed).toBe(true)
})

test('a refusal for people goes to stderr as one sentence', async () => {
  const connect = answering({
    workspace: { open: () => Promise.reject(new AppError('workspace.locked', { file: '/a/b', holder: 'process 77' })) },
  })
  const ran = await starboard(['workspace', 'info', '--workspace', 'w'], { connect })
  expect(ran).toEqual({
    code: 4,
    out: '',
    log: 'starboard: /a/b is in use by process 77; close it there and try again\n',
  })
})
