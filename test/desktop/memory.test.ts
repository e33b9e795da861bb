import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { openLog } from '../../electron/main/log'
import { openRecent } from '../../electron/main/recent'
import { withoutPerson } from '../../electron/main/without-person'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'starboard-desktop-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('recent workspaces', () => {
  test('the last one comes first and stands once; one whose file is gone says so', async () => {
    const here = join(folder, 'here.starboard')
    writeFileSync(here, '')
    let now = 100
    const recent = openRecent(join(folder, 'recent.json'), () => now++)
    recent.remember(here, 'Here')
    recent.remember('/gone.starboard', 'Gone')
    recent.remember(here, 'Here again')
    expect(await recent.list()).toEqual([
      { file: here, name: 'Here again', openedAt: 102, exists: true },
      { file: '/gone.starboard', name: 'Gone', openedAt: 101, exists: false },
    ])
    recent.forget('/gone.starboard')
    expect(await recent.list()).toHaveLength(1)
  })

  test('twelve are kept', async () => {
    const recent = openRecent(join(folder, 'recent.json'), () => 1)
    for (let number = 0; number < 15; number++) recent.remember(`/${number}.starboard`, String(number))
    const kept = (await recent.list()).map(({ name }) => name)
    expect(kept).toHaveLength(12)
    expect(kept[0]).toBe('14')
  })

  test('a damaged list counts as none and is written anew', async () => {
    const file = join(folder, 'recent.json')
    writeFileSync(file, '{"half":')
    const recent = openRecent(file, () => 1)
    expect(await recent.list()).toEqual([])
    recent.remember('/a.starboard', 'A')
    expect(await recent.list()).toHaveLength(1)
  })
})

describe('the log', () => {
  test('says when, how serious, what; a stack stands under its line', () => {
    const log = openLog(join(folder, 'logs'), () => new Date(0))
    log.write('info', 'slow roi.table 63 ms')
    log.write('error', 'incident 1a2b3c4d in roi.table', 'Error: x\n  at y')
    expect(log.tail(10)).toEqual([
      '1970-01-01T00:00:00.000Z info slow roi.table 63 ms',
      '1970-01-01T00:00:00.000Z error incident 1a2b3c4d in roi.table',
      '    Error: x',
      '    at y',
    ])
    expect(log.tail(1)).toEqual(['    at y'])
  })

  test('begins a new file after a megabyte and keeps two older ones', () => {
    const log = openLog(folder)
    for (let number = 0; number < 5; number++) {
      log.write('info', `begin ${number}`)
      log.write('info', 'x'.repeat(1_000_000))
    }
    expect(readdirSync(folder).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'starboard.1.log',
      'starboard.2.log',
      'starboard.log',
    ])
    expect(readFileSync(join(folder, 'starboard.log'), 'utf8')).toContain('begin 4')
    expect(readFileSync(join(folder, 'starboard.2.log'), 'utf8')).toContain('begin 2')
  })
})

describe('diagnostics', () => {
  test('a line loses the folder and the name of the account', () => {
    expect(withoutPerson('at /home/meiling/app/x.js:1 (meiling)', '/home/meiling', 'meiling')).toBe(
      'at ~/app/x.js:1 (<user>)',
    )
  })

  test('a name so short that it is part of words is left alone', () => {
    expect(withoutPerson('commit of li', '/home/li', 'li')).toBe('commit of li')
  })
})
