/** X21, X22 and scrolling, in the real window. Run by `npm run bench`, which has built the app and found an Electron. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import type { ElectronApplication, Page } from '@playwright/test'

import type { Api } from '../../renderer/api/workspace'
import { runApart } from './apart'
import { environment, firstPaint } from './paint'
import { against, type BenchOptions, median, type Ratio, ratioOf } from './ratios'
import { writeWorkload } from './workload'

declare global {
  interface Window {
    /** What the page leaves for the end-to-end tests and for us. */
    readonly workspaceApi: Api
  }
}

const project = process.cwd()
/** What Electron needs on this machine, for instance --no-sandbox as root. */
const machineArgs = JSON.parse(process.env['STARBOARD_ELECTRON_ARGS'] ?? '[]') as readonly string[]

export async function benchWindow(options: BenchOptions): Promise<Ratio[]> {
  const { wanted } = options
  if (!['X21', 'X22', 'scroll'].some(wanted)) return []
  const electron = process.env['ELECTRON_EXEC_PATH']
  if (electron === undefined) {
    process.stderr.write('there is no Electron here: X21, X22 and scrolling are left out\n')
    return []
  }
  return [
    ...(wanted('X21') ? await benchStart(electron, options) : []),
    ...(wanted('X22') ? await benchStalls(electron, options) : []),
    ...(wanted('scroll') ? await benchScroll(electron, options) : []),
  ]
}

const HELLO = `const { app, BrowserWindow } = require('electron')
app.setPath('userData', process.env.STARBOARD_USER_DATA)
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile('index.html'))`

/** The app with a large workspace, in turn with a window that says hello. */
async function benchStart(electron: string, { folder, lines, rounds }: BenchOptions): Promise<Ratio[]> {
  const hello = join(folder, 'hello')
  mkdirSync(hello)
  writeFileSync(join(hello, 'package.json'), '{ "name": "hello", "main": "main.cjs" }')
  writeFileSync(join(hello, 'main.cjs'), HELLO)
  writeFileSync(join(hello, 'index.html'), '<!doctype html><title>hello</title><h1>hello</h1>')
  const file = makeLarge(folder, lines)
  const paint = (app: string, name: string, ...args: string[]): Promise<number> =>
    firstPaint(electron, [...machineArgs, app, ...args], join(folder, `profile-${name}`))
  const ours: number[] = []
  const peer: number[] = []
  // The first round warms the page cache and makes the profiles.
  for (let round = -1; round < rounds; round++) {
    const ourMs = await paint(project, 'app', file)
    const peerMs = await paint(hello, 'hello')
    if (round < 0) continue
    ours.push(ourMs)
    peer.push(peerMs)
  }
  const what = 'start to first paint with a large workspace / an Electron window that says hello'
  return ratioOf({ id: 'X21', what, goal: 1.5, ours, peer })
}

function makeLarge(folder: string, lines: number): string {
  const inputs = join(folder, 'large')
  const file = join(folder, 'large.starboard')
  runApart('ours', { files: writeWorkload(inputs, { lines }), to: file })
  rmSync(inputs, { recursive: true })
  const megabytes = lines >= 1_000_000 ? 1_100 : 150
  runApart('fill', { file, megabytes })
  return file
}

interface Running {
  readonly app: ElectronApplication
  readonly page: Page
}

async function launch(electron: string, profile: string, file: string): Promise<Running> {
  // The package's own types describe what it exports; it is found beside the project, not bundled.
  const { _electron: driver } = createRequire(join(project, 'package.json'))(
    '@playwright/test',
  ) as typeof import('@playwright/test')
  const app = await driver.launch({
    executablePath: electron,
    args: [...machineArgs, '--log-level=3', project, file],
    chromiumSandbox: !machineArgs.includes('--no-sandbox'),
    env: environment(profile),
    locale: 'en',
  })
  const page = await app.firstWindow()
  await page.getByRole('navigation').waitFor()
  return { app, page }
}

/** Main's event loop while the window imports one file of all lines. */
async function benchStalls(electron: string, { folder, lines, rounds }: BenchOptions): Promise<Ratio[]> {
  const inputs = join(folder, 'stalls')
  const [file] = writeWorkload(inputs, { lines, shops: 1 })
  const p99: number[] = []
  const longest: number[] = []
  for (let round = 0; round < Math.min(rounds, 3); round++) {
    const workspace = join(folder, `stalls-${round}.starboard`)
    runApart('agency', { file: workspace, shops: 1 })
    const { app, page } = await launch(electron, join(folder, 'profile-stalls'), workspace)
    await app.evaluate(() => {
      const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
      const delay = monitorEventLoopDelay({ resolution: 1 })
      delay.enable()
      Object.assign(globalThis, { benchDelay: delay })
    })
    await page.evaluate(async (path) => {
      const [shop] = await window.workspaceApi.shops.list({})
      const job = await window.workspaceApi.imports.run({ path, shopId: shop?.id ?? '' })
      while ((await job.next()).done !== true);
    }, file?.path ?? '')
    const found = await app.evaluate(() => {
      // Put there above.
      const { benchDelay } = globalThis as unknown as { benchDelay: { max: number; percentile(p: number): number } }
      return { p99: benchDelay.percentile(99) / 1e6, longest: benchDelay.max / 1e6 }
    })
    p99.push(found.p99)
    longest.push(found.longest)
    await app.close()
  }
  process.stderr.write(`main process during an import: longest stall ${Math.round(median(longest))} ms\n`)
  return against('X22', 'main process during an import, 99th percentile of its stalls', 50, p99)
}

const FEW = 1_000
const MANY = 100_000

/** Scrolling the list of creators, three rows a frame and then in leaps over all of it, with many and with few. */
async function benchScroll(electron: string, { folder, rounds }: BenchOptions): Promise<Ratio[]> {
  const [few, many] = [FEW, MANY].map((count) => {
    const file = join(folder, `creators-${count}.starboard`)
    runApart('creators', { file, count })
    return { file, frames: [] as number[] }
  })
  if (!few || !many) return []
  for (let round = 0; round < Math.min(rounds, 3); round++) {
    for (const { file, frames } of [many, few]) {
      const { app, page } = await launch(electron, join(folder, 'profile-scroll'), file)
      await page
        .getByRole('navigation')
        .locator('a, button')
        .filter({ hasText: /^(Creators|达人)/u })
        .first()
        .click()
      await page.getByRole('grid').waitFor()
      frames.push(await page.evaluate(scrollFrames))
      await app.close()
    }
  }
  return ratioOf({
    id: 'scroll',
    what: `scrolling ${MANY.toLocaleString('en')} creators, 95th percentile of the frames / ${FEW.toLocaleString('en')}`,
    goal: 1.2,
    ours: many.frames,
    peer: few.frames,
  })
}

/** Runs in the page: the 95th percentile of the time between frames, ms. */
async function scrollFrames(): Promise<number> {
  const grid = document.querySelector('[role=grid]')
  if (grid === null) throw new Error('there is no grid')
  const frame = (): Promise<number> => new Promise((resolve) => void requestAnimationFrame(resolve))
  const frames: number[] = []
  let last = await frame()
  for (let n = 0; n < 400; n++) {
    grid.scrollTop = n < 300 ? n * 100 : ((n - 300) / 100) * grid.scrollHeight
    const now = await frame()
    frames.push(now - last)
    last = now
  }
  return frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? 0
}
