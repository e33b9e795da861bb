// better-sqlite3 ships one Node-API 10 binary for each platform. It loads in Node 22.14+ and in Electron 35+. Where one
// of the two is older (Node 20, or the Electron stand-in) it is built once for both and kept in the cache.
import fs from 'node:fs'
import path from 'node:path'
import { cacheDir, fail, has, isLinux, log, node, packageDir, readJson, run, sha256, writeWhole } from './env.mjs'

const dir = packageDir('better-sqlite3')
const built = path.join(dir, 'build/Release/better_sqlite3.node')
const checkedFile = path.join(dir, 'build/.checked.json')
const PROBE = `const D=require(${JSON.stringify(dir)});const d=new D(':memory:');if(d.prepare('select 40+2 n').get().n!==42)process.exit(9);d.close()`

/** Makes better-sqlite3 load in this Node and, when its program is given, in Electron. */
export function ensureNative(electronExe) {
  const hosts = [{ name: `Node ${process.versions.node}`, exe: node, env: {} }]
  if (electronExe) hosts.push({ name: 'Electron', exe: electronExe, env: { ELECTRON_RUN_AS_NODE: '1' } })
  if (hosts.every(loads)) return
  const { version } = readJson(path.join(dir, 'package.json'))
  const cached = path.join(cacheDir, cacheName(version))
  if (fs.existsSync(cached)) {
    writeWhole(built, fs.readFileSync(cached))
    if (hosts.every(loads)) return
    fs.rmSync(cached, { force: true })
  }
  if (!isLinux)
    fail(
      `better-sqlite3 ${version} does not load in Node ${process.versions.node}: use Node 22.14 or newer (24 is recommended).`,
    )
  writeWhole(cached, build(version))
  writeWhole(built, fs.readFileSync(cached))
  const broken = hosts.filter((host) => !loads(host))
  if (broken.length > 0)
    fail(
      `better-sqlite3 was built here but does not load in ${broken.map((host) => host.name).join(' or ')}: ${firstError(broken[0])}`,
    )
}

/** Remembers what was tried, by the program and the binary's fingerprint: starting a program costs 0.1 s and more. */
function loads(host) {
  const key = `${host.exe} ${fingerprint(host.exe)} ${process.version}`
  const checked = fs.existsSync(checkedFile) ? readJson(checkedFile) : {}
  if (checked[key] === fingerprint(built)) return true
  if (!probe(host).ok) return false
  writeWhole(checkedFile, JSON.stringify({ ...checked, [key]: fingerprint(built) }))
  return true
}

function probe({ exe, env }) {
  return run(exe, ['-e', PROBE], { quiet: true, allowFailure: true, timeout: 30_000, env })
}

function firstError(host) {
  return (
    probe(host)
      .stderr.split('\n')
      .find((line) => /error/i.test(line))
      ?.slice(0, 300) ?? 'it ended without a reason'
  )
}

function fingerprint(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  return stat ? `${stat.size}-${stat.mtimeMs}` : 'prebuilt'
}

function cacheName(version) {
  const libc = isLinux ? (process.report.getReport().header.glibcVersionRuntime ?? 'musl') : ''
  const key = sha256([version, process.platform, process.arch, libc, 'napi-experimental-1'].join('|')).slice(0, 12)
  return `better-sqlite3-${version}-${process.platform}-${process.arch}-${key}.node`
}

/** Compiles in a copy beside the package, so that nobody who is using the package sees it half built. */
function build(version) {
  for (const tool of ['make', 'g++', 'python3']) {
    if (!has(tool))
      fail(
        `Building better-sqlite3 needs ${tool}: install it (on Debian: apt-get install make g++ python3), or use Node 22.14 or newer.`,
      )
  }
  log(
    `building better-sqlite3 ${version} from source for Node ${process.versions.node} and Electron (about 70 s, once)`,
  )
  const copy = path.join(path.dirname(dir), `.better-sqlite3-build-${process.pid}`)
  try {
    for (const part of ['package.json', 'binding.gyp', 'deps', 'lib', 'src'])
      fs.cpSync(path.join(dir, part), path.join(copy, part), { recursive: true })
    const gyp = path.join(packageDir('node-gyp'), 'bin/node-gyp.js')
    // All of Node-API's functions declared, whatever the Node headers here call stable.
    const CXXFLAGS =
      '-UNAPI_VERSION -DNAPI_VERSION=2147483647 -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'
    run(node, [gyp, 'rebuild', '--release', '--force_build=1', ...localHeaders()], {
      quiet: true,
      cwd: copy,
      env: { CXXFLAGS },
    })
    return fs.readFileSync(path.join(copy, 'build/Release/better_sqlite3.node'))
  } finally {
    fs.rmSync(copy, { recursive: true, force: true })
  }
}

/** The headers that came with this Node, so that none need be downloaded. */
function localHeaders() {
  const prefix = path.resolve(path.dirname(fs.realpathSync(node)), '..')
  return fs.existsSync(path.join(prefix, 'include/node/node_api.h')) ? [`--nodedir=${prefix}`] : []
}
