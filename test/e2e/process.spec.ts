/** The lives of the processes: a second start, the window's place, a workspace process that dies. */

import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import {
  answerDialogs,
  command,
  environment,
  expect,
  launch,
  listen,
  newWorkspacePid,
  test,
  workspacePid,
} from './fixtures/app'

test('a second start opens its file in the window that is there, and ends', async ({ page, userData, folder }) => {
  const heard = await listen(page)
  const file = join(folder, 'other.starboard')
  writeFileSync(file, '')
  const { executable, args } = command({ args: [file] })
  const second = spawn(executable, args, { env: environment(userData), stdio: 'ignore' })
  const code = await new Promise((resolve) => second.on('exit', resolve))
  expect(code).toBe(0)
  await expect.poll(heard).toContainEqual({ type: 'open', file })
})

test('the file the app was started with is told once', async ({ userData, folder }) => {
  const file = join(folder, 'given.starboard')
  writeFileSync(file, '')
  const { app, page } = await launch({ userData, args: ['--demo', file] })
  try {
    // Whether the screens have asked already or not, the second of these two asks again.
    const ask = () => page.evaluate(() => window.starboard.desktop('launch', {}))
    await ask()
    expect(await ask()).toMatchObject({ ok: true, value: { file: null, demo: false, platform: process.platform } })
  } finally {
    await app.close()
  }
})

test('the window comes back where it was, with its size', async ({ userData }) => {
  const first = await launch({ userData })
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.setBounds({ x: 40, y: 60, width: 1100, height: 700 }),
  )
  const bounds = await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds())
  await first.app.close()
  const second = await launch({ userData })
  const again = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds())
  await second.app.close()
  expect(again).toEqual(bounds)
})

test('a killed workspace process refuses the call under way, comes back, and answers the next call', async ({
  app,
  page,
}) => {
  await page.evaluate(() => window.workspaceApi.workspace.state({}))
  const pid = await workspacePid(app)
  // Held still, so that the call is surely under way when the process dies.
  process.kill(pid, 'SIGSTOP')
  const refused = page.evaluate(() =>
    window.workspaceApi.workspace.state({}).then(
      () => 'answered',
      (error: { code?: string }) => error.code,
    ),
  )
  // A turn of the page, in which the call leaves it.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)))
  process.kill(pid, 'SIGKILL')
  expect(await refused).toBe('workspace.gone')
  await newWorkspacePid(app, pid)
  expect(await page.evaluate(() => window.workspaceApi.workspace.state({}))).toMatchObject({ status: 'none' })
})

test('a workspace process that keeps dying is given up, and comes back when somebody tries again', async ({
  app,
  page,
}) => {
  const heard = await listen(page)
  let pid = await workspacePid(app)
  for (let round = 0; round < 4; round++) {
    process.kill(pid, 'SIGKILL')
    if (round < 3) pid = await newWorkspacePid(app, pid)
  }
  await expect.poll(heard).toContainEqual({ type: 'workspace', state: 'failed' })
  const whileFailed = await page.evaluate(() =>
    window.workspaceApi.workspace.state({}).catch((error: { code?: string }) => error.code),
  )
  expect(whileFailed).toBe('workspace.gone')
  await page.evaluate(() => window.starboard.desktop('restartWorkspace', {}))
  await expect.poll(async () => (await heard()).at(-1)).toEqual({ type: 'workspace', state: 'running' })
  expect(await page.evaluate(() => window.workspaceApi.workspace.state({}))).toMatchObject({ status: 'none' })
})

test('a file chosen in a dialog may be written, and recent workspaces are remembered over a restart', async ({
  userData,
  folder,
}) => {
  const file = join(folder, 'agency.starboard')
  writeFileSync(file, '')
  const first = await launch({ userData })
  await answerDialogs(first.app, { save: join(folder, 'chart.png') })
  const saved = await first.page.evaluate(async () => {
    const chosen = await window.starboard.desktop('chooseSave', { title: 'x', suggestedName: 'chart.png', filters: [] })
    return window.starboard.desktop('saveBytes', { file: (chosen as { value: string }).value, base64: 'AAEC' })
  })
  expect(saved).toEqual({ ok: true, value: {} })
  await first.page.evaluate((path) => window.starboard.desktop('remember', { file: path, name: 'Agency' }), file)
  await first.app.close()
  const second = await launch({ userData })
  const recent = await second.page.evaluate(() => window.starboard.desktop('recent', {}))
  await second.app.close()
  expect(recent).toMatchObject({ ok: true, value: [{ file, name: 'Agency', exists: true }] })
})

test('diagnostics say which versions run and name nobody', async ({ page }) => {
  const answer = await page.evaluate(() => window.starboard.desktop('diagnostics', {}))
  const { text } = (answer as { value: { text: string } }).value
  expect(text).toMatch(/^Starboard \d+\.\d+\.\d+/)
  expect(text).toContain('Workspace process running')
  expect(text).not.toContain(String(process.env.HOME))
})
