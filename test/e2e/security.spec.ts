/** Each line of Electron's security checklist (the numbers in electron/main/security.ts), in the running app. */

import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { drawn, expect, test } from './fixtures/app'

test('2, 3, 4: the page has no Node, lives in a world of its own and is sandboxed', async ({ app, page }) => {
  expect(
    await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window)),
  ).toEqual([])
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    return (webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  })
})

test('4: the sandbox of the system is on', async ({ app }) => {
  test.skip((process.env.STARBOARD_ELECTRON_ARGS ?? '').includes('--no-sandbox'), 'this machine needs --no-sandbox')
  const renderers = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().filter(({ type }) => type === 'Tab'),
  )
  expect(renderers).toHaveLength(1)
  for (const { pid, sandboxed } of renderers) {
    // Only Linux does not say it, but shows the filter of system calls.
    const filtered = process.platform === 'linux' && /^Seccomp:\s*2$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    expect(filtered || sandboxed).toBe(true)
  }
})

test('5: every permission is denied', async ({ page }) => {
  const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'persistent-storage']
  const states = await page.evaluate(async (asked) => {
    const answers = asked.map((name) =>
      navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
    )
    return Promise.all(answers)
  }, names)
  expect(new Set(states)).toEqual(new Set(['denied']))
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
  const media = await page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      () => 'refused',
    ),
  )
  expect(media).toBe('refused')
})

test('6, 8, 9, 10: no web preference weakens the page', async ({ app }) => {
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    return (webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()
  })
  expect(preferences['allowRunningInsecureContent'] ?? false).toBe(false)
  expect(preferences['experimentalFeatures'] ?? false).toBe(false)
  expect(preferences['enableBlinkFeatures'] ?? '').toBe('')
  expect(preferences['webviewTag'] ?? false).toBe(false)
})

test('7: the policy of the page refuses inline scripts, eval, foreign styles and HTML made of strings', async ({
  page,
}) => {
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'))
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain('media-src media://starboard;')
  expect(policy).not.toContain('unsafe')
  const outcome = await page.evaluate(async () => {
    // The page itself must try: what a test evaluates is exempt from the policy.
    const attempt = (work: () => void) => {
      try {
        work()
        return 'done'
      } catch (error) {
        return (error as Error).name
      }
    }
    const inline = document.createElement('script')
    const inlineText = attempt(() => {
      inline.textContent = 'window.injected = 1'
      document.head.append(inline)
    })
    const style = document.createElement('style')
    style.textContent = 'body { --injected: 1 }'
    document.head.append(style)
    const html = attempt(() => {
      document.createElement('div').innerHTML = '<img src=x onerror="window.injected = 1">'
    })
    return {
      inlineText,
      injected: 'injected' in window,
      styled: getComputedStyle(document.body).getPropertyValue('--injected'),
      html,
    }
  })
  expect(outcome.injected).toBe(false)
  expect(outcome.styled).toBe('')
  expect(outcome.html).toBe('TypeError')
})

test('7: what the page itself draws breaks none of its policy', async ({ app, page }) => {
  const refusals: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|trusted/i.test(message.text())) refusals.push(message.text())
  })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.reload())
  await page.waitForLoadState()
  await drawn(page)
  expect(refusals).toEqual([])
})

test('12: a webview is never attached', async ({ app, page }) => {
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('webview'), { src: 'https://www.tiktok.com/' })),
  )
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
})

test('13: the page cannot leave, by script, by link or by form', async ({ page }) => {
  const address = page.url()
  await page.evaluate(() => {
    location.href = 'https://www.tiktok.com/'
    const link = Object.assign(document.createElement('a'), { href: 'app://starboard/other.html' })
    document.body.append(link)
    link.click()
    const form = Object.assign(document.createElement('form'), { action: 'https://www.tiktok.com/', method: 'post' })
    document.body.append(form)
    form.submit()
  })
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
  expect(page.url()).toBe(address)
})

test('14, 15: a new window is refused; only https links to known hosts reach the browser', async ({ app, page }) => {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => void opened.push(url)
  })
  const links = [
    'https://seller.tiktok.com/order/1',
    'http://seller.tiktok.com/',
    'https://seller.tiktok.com.evil.example/',
    'https://seller.tiktok.com:8443/',
    'https://user@evil.example/?seller.tiktok.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-msdt:/id',
    'app://starboard/',
  ]
  const windows = await page.evaluate((urls) => urls.map((url) => window.open(url)), links)
  expect(windows.every((opened) => opened === null)).toBe(true)
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual(['https://seller.tiktok.com/order/1'])
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('17: a frame that is not our page gets neither a line to the workspace nor an answer from main', async ({
  app,
  page,
}) => {
  const answered = await app.evaluate(async ({ ipcMain, BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => unknown> })
      // oxlint-disable-next-line no-underscore-dangle -- the only way to call main as another page would
      ._invokeHandlers
    const ask = handlers.get('desktop')!
    const frames = [
      null,
      { parent: null, origin: 'https://evil.example' },
      { parent: null, origin: 'app://other' },
      { parent: {}, origin: 'app://starboard' },
    ]
    return Promise.all(frames.map((senderFrame) => ask({ sender: webContents, senderFrame }, 'places', {})))
  })
  for (const answer of answered) {
    expect(answer).toEqual({ ok: false, code: 'internal', params: { incident: 'sender' } })
  }
  // Our own page is answered.
  expect(await page.evaluate(() => window.starboard.desktop('places', {}))).toMatchObject({ ok: true })
})

test('17: a call that is not of the contract, or does not fit it, is refused', async ({ page }) => {
  const ask = (call: string, input: unknown) =>
    page.evaluate(([name, value]) => window.starboard.desktop(name, value), [call, input] as const)
  expect(await ask('toString', {})).toMatchObject({ ok: false, code: 'input.invalid', params: { path: 'call' } })
  expect(await ask('reveal', { file: 7 })).toMatchObject({ ok: false, code: 'input.invalid', params: { path: 'file' } })
  expect(await ask('reveal', { file: 'relative.txt' })).toMatchObject({ ok: false, code: 'input.invalid' })
  // A path that nobody chose in a dialog is not written.
  expect(await ask('saveBytes', { file: '/tmp/never-chosen', base64: '' })).toMatchObject({
    ok: false,
    code: 'export.notWritable',
  })
})

test('18: the page comes from app://starboard, and nothing outside the built window is served', async ({ page }) => {
  expect(await page.evaluate(() => location.origin)).toBe('app://starboard')
  const paths = [
    '/../main/index.js',
    '/%2e%2e/main/index.js',
    '/..%2f..%2fpackage.json',
    '/%5c..%5cmain/index.js',
    '//etc/passwd',
    '/%',
    '/nothing.js',
  ]
  const statuses = await page.evaluate(
    (asked) =>
      Promise.all(
        asked.map((path) =>
          fetch(path).then(
            ({ status }) => status,
            () => 'refused',
          ),
        ),
      ),
    paths,
  )
  expect(statuses.filter((status) => status === 200)).toEqual([])
  expect(await page.evaluate(() => fetch('/', { method: 'POST' }).then(({ status }) => status))).toBe(404)
})

test('20: the bridge is four functions and hands out nothing of Electron', async ({ page }) => {
  const bridge = await page.evaluate(() =>
    Object.entries(window.starboard).map(([name, value]) => [name, typeof value]),
  )
  expect(bridge.toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
    ['connect', 'function'],
    ['desktop', 'function'],
    ['onDesktopEvent', 'function'],
    ['pathOf', 'function'],
  ])
  expect(
    await page.evaluate(() => Object.isFrozen(window.starboard) || !Reflect.set(window.starboard, 'desktop', null)),
  ).toBe(true)
})

test('there is no network: no way out of the page or out of the session reaches even this computer', async ({
  app,
  page,
}) => {
  const reached: string[] = []
  const server = createServer((request, response) => {
    reached.push(String(request.url))
    response.setHeader('access-control-allow-origin', '*')
    response.end('reached')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    const origin = `http://127.0.0.1:${port}`
    await page.evaluate(async (to) => {
      const add = (name: string, attributes: object) =>
        document.body.append(Object.assign(document.createElement(name), attributes))
      add('img', { src: `${to}/img` })
      add('iframe', { src: `${to}/frame` })
      add('link', { rel: 'stylesheet', href: `${to}/style` })
      add('link', { rel: 'prefetch', href: `${to}/prefetch` })
      add('link', { rel: 'preconnect', href: to })
      add('video', { src: `${to}/video`, preload: 'auto' })
      add('a', { href: to, ping: `${to}/ping`, target: '_blank' })
      navigator.sendBeacon(`${to}/beacon`, 'x')
      new EventSource(`${to}/events`).close()
      await fetch(`${to}/fetch`).catch(() => 'refused')
      await new Promise((resolve) => {
        const socket = new WebSocket(`${to.replace('http', 'ws')}/socket`)
        socket.addEventListener('close', resolve)
        socket.addEventListener('error', resolve)
      })
    }, origin)
    const outcome = await app.evaluate(async ({ session, net }, to) => {
      const attempt = (work: Promise<unknown>) =>
        work.then(
          () => 'reached',
          (error: unknown) => String(error),
        )
      return [
        await attempt(session.defaultSession.fetch(`${to}/session`)),
        await attempt(net.fetch(`${to}/net`)),
        await attempt(session.defaultSession.resolveHost('www.tiktok.com')),
      ]
    }, origin)
    expect(outcome).not.toContain('reached')
    expect(reached).toEqual([])
  } finally {
    server.close()
  }
})
