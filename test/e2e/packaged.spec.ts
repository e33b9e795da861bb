/** The package as people install it (`npm run package -- --testable`); skipped when the app runs from its build. */

import { execFileSync } from 'node:child_process'
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

test('the package answers the command line after --cli', ({ userData }) => {
  const { executable, args } = command({ args: ['--cli', '--version'] })
  const answer = execFileSync(executable, args, { env: environment(userData), encoding: 'utf8' })
  expect(answer).toMatch(/\d+\.\d+\.\d+/)
})
