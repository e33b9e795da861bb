import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

import { readLaunch } from '../../electron/main/launch'

const folder = resolve('/home/mei')

describe('what the app was started with', () => {
  test('nothing but itself', () => {
    expect(readLaunch(['/opt/starboard'], folder)).toEqual({ file: null, demo: false, cli: null })
  })

  test('a workspace by its full path', () => {
    const file = resolve('/data/agency.starboard')
    expect(readLaunch(['/opt/starboard', file], folder).file).toBe(file)
  })

  test('a workspace beside the folder it was started in, in any case of letters', () => {
    expect(readLaunch(['/opt/starboard', 'Agency.STARBOARD'], folder).file).toBe(resolve(folder, 'Agency.STARBOARD'))
    expect(readLaunch(['/opt/starboard', 'Li.starpack'], folder).file).toBe(resolve(folder, 'Li.starpack'))
  })

  test('the last of several files, because that is the one just clicked', () => {
    expect(readLaunch(['x', 'a.starboard', 'b.starboard'], folder).file).toBe(resolve(folder, 'b.starboard'))
  })

  test('neither a switch nor a file of another kind is a workspace', () => {
    expect(readLaunch(['x', '--user-data-dir=c.starboard', 'orders.csv'], folder).file).toBeNull()
  })

  test('the demo', () => {
    expect(readLaunch(['x', '--demo'], folder)).toMatchObject({ demo: true, cli: null })
  })

  test('the command line: everything after --cli is its own', () => {
    expect(readLaunch(['x', '--cli', 'info', '--workspace', 'a.starboard', '--demo'], folder)).toEqual({
      file: null,
      demo: false,
      cli: ['info', '--workspace', 'a.starboard', '--demo'],
    })
  })
})
