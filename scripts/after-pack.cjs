// Called by electron-builder when the app's folder is made: takes out what belongs to Electron's development use (a local
// Electron is copied as it is), and refuses a package that holds more than the app.
const fs = require('node:fs')
const path = require('node:path')

const MAY_HOLD = [
  'node_modules',
  'node_modules/better-sqlite3',
  'out',
  'out/main',
  'out/preload',
  'out/renderer',
  'package.json',
]

exports.default = ({ appOutDir, packager }) => {
  for (const file of ['.complete', 'resources/default_app.asar']) fs.rmSync(path.join(appOutDir, file), { force: true })
  const archive = path.join(packager.getResourcesDir(appOutDir), 'app.asar')
  const unexpected = contents(archive).filter((name) => !MAY_HOLD.includes(name))
  if (unexpected.length > 0)
    throw new Error(
      `The package holds what is not the app: ${unexpected.join(', ')}. See "files" in electron-builder.yml.`,
    )
}

/** The first two levels of an asar archive: a header of four lengths and a JSON tree stands before its files. */
function contents(archive) {
  const head = Buffer.alloc(16)
  const fd = fs.openSync(archive, 'r')
  fs.readSync(fd, head, 0, 16, 0)
  const json = Buffer.alloc(head.readUInt32LE(12))
  fs.readSync(fd, json, 0, json.length, 16)
  fs.closeSync(fd)
  const { files } = JSON.parse(json.toString('utf8'))
  return Object.entries(files).flatMap(([name, entry]) => [
    name,
    ...Object.keys(entry.files ?? {}).map((inner) => `${name}/${inner}`),
  ])
}
