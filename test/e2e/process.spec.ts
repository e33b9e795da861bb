/** The lives of the processes: a second start, the window's place, a workspace process that dies. */

import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
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

test('a killed workspace process loses nothing: the call under way is refused, the same file is open again', async ({
  app,
  page,
  folder,
}) => {
  const file = join(folder, 'agency.starboard')
  await page.evaluate((path) => window.workspaceApi.workspace.create({ file: path, name: 'Agency' }), file)
  await page.evaluate(() => window.workspaceApi.workspace.rename({ name: 'Agency of the river' }))
  const before = await page.evaluate(() => window.workspaceApi.workspace.state({}))
  const pid = await workspacePid(app)
  // Held still, so that the call is surely under way when the process dies.
  process.kill(pid, 'SIGSTOP')
  const refused = page.evaluate(() =>
    window.workspaceApi.workspace.info({}).then(
      () => 'answered',
      (error: { code?: string }) => error.code,
    ),
  )
  // A turn of the page, in which the call leaves it.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)))
  process.kill(pid, 'SIGKILL')
  expect(await refused).toBe('workspace.gone')
  // Asked while there is no process yet: the call waits for the next one.
  expect(await page.evaluate(() => window.workspaceApi.workspace.state({}))).toEqual(before)
  expect(before).toMatchObject({ status: 'open', file, name: 'Agency of the river' })
  expect(await newWorkspacePid(app, pid)).not.toBe(pid)
  const verified = await page.evaluate(async () => {
    const checks = await window.workspaceApi.workspace.verify({})
    for (;;) {
      const step = await checks.next()
      if (step.done) return step.value
    }
  })
  expect(verified.ok).toBe(true)
})

test('closing the app closes the file, so that the next start opens it', async ({ userData, folder }) => {
  const file = join(folder, 'agency.starboard')
  const first = await launch({ userData })
  await first.page.evaluate((path) => window.workspaceApi.workspace.create({ file: path, name: 'Agency' }), file)
  await first.app.close()
  expect(existsSync(`${file}-wal`)).toBe(false)
  const second = await launch({ userData, args: [file] })
  await expect
    .poll(() => second.page.evaluate(() => window.workspaceApi.workspace.state({})))
    .toMatchObject({ status: 'open', file })
  await second.app.close()
})

test('the language of the window is the language of the menu', async ({ app, page }) => {
  const labels = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map(({ label }) => label))
  const speak = (language: 'zh-CN' | 'en') =>
    page.evaluate((spoken) => {
      return window.starboard.desktop('setAppearance', { theme: 'light', language: spoken, title: 'Agency' })
    }, language)
  await speak('en')
  expect(await labels()).toEqual(expect.arrayContaining(['File', 'Edit', 'View', 'Help']))
  await speak('zh-CN')
  expect(await labels()).toEqual(expect.arrayContaining(['文件', '编辑', '视图', '帮助']))
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle())).toBe('Agency')
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
  const diagnostics = async () => {
    const answer = await page.evaluate(() => window.starboard.desktop('diagnostics', {}))
    return (answer as { value: { text: string } }).value.text
  }
  // The window may be there before the process is.
  await expect.poll(diagnostics).toContain('Workspace process running')
  const text = await diagnostics()
  expect(text).toMatch(/^Starboard \d+\.\d+\.\d+/)
  expect(text).not.toContain(String(process.env.HOME))
})
