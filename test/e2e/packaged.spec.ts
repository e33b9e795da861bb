/** The package as people install it (`npm run package -- --testable`); skipped when the app runs from its build. */

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { command, environment, expect, test } from './fixtures/app'

test.skip(process.env.STARBOARD_PACKAGED_APP === undefined, 'STARBOARD_PACKAGED_APP names no package')

test('the package starts, keeps a workspace and offers no developer tools', async ({ app, page, folder }) => {
  expect(await app.evaluate(({ app: electron }) => electron.isPackaged)).toBe(true)
  expect(page.url()).toBe('app://starboard/')
  const file = join(folder, 'agency.starboard')
  const state = await page.evaluate((path) => {
    return window.workspaceApi.workspace.create({ file: path, name: 'Agency' })
  }, file)
  expect(state).toMatchObject({ status: 'open', name: 'Agency', file })
  const roles = await app.evaluate(({ Menu }) => {
    const submenus = Menu.getApplicationMenu()!.items.map(({ submenu }) => submenu?.items ?? [])
    return submenus.flat().map(({ role }) => String(role).toLowerCase())
  })
  expect(roles).toContain('zoomin')
  expect(roles).not.toContain('toggledevtools')
  expect(roles).not.toContain('reload')
})

test('the package answers the command line after --cli, with its exit codes', ({ userData, folder }) => {
  const file = join(folder, 'agency.starboard')
  const run = (...words: string[]) => {
    const { executable, args } = command({ args: ['--cli', ...words, '--json'] })
    return spawnSync(executable, args, { env: environment(userData), encoding: 'utf8' })
  }
  const made = run('workspace', 'create', file, '--name', 'Agency')
  expect(made.status).toBe(0)
  expect(JSON.parse(made.stdout)).toMatchObject({ file })
  expect(run('shops', 'list', '--workspace', join(folder, 'other.starboard')).status).toBe(3)
})
