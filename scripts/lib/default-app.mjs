// Stands in for Electron's own default_app inside the stand-in: the first positional argument is the app's folder or
// entry file. A module with top-level await, so that the app's `ready` waits for the app's code as with the real one.
import { app } from 'electron'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const args = process.argv.slice(1)
const preload = []
let target
for (let i = 0; i < args.length && target === undefined; i++) {
  if (args[i] === '-r' || args[i] === '--require') preload.push(args[++i])
  else if (!args[i].startsWith('-')) target = path.resolve(args[i])
}
if (target === undefined) {
  process.stderr.write('usage: electron <app folder>\n')
  app.exit(1)
}
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
for (const file of preload) createRequire(import.meta.url)(path.resolve(file))
await import(pathToFileURL(entryOf(target)).href)

function entryOf(file) {
  if (!fs.statSync(file).isDirectory()) {
    app.setAppPath(path.dirname(file))
    return file
  }
  const manifest = JSON.parse(fs.readFileSync(path.join(file, 'package.json'), 'utf8'))
  if (manifest.version) app.setVersion(manifest.version)
  app.name = manifest.productName ?? manifest.name ?? app.name
  app.setDesktopName?.(manifest.desktopName ?? `${app.name}.desktop`)
  app.setAppPath(file)
  return path.join(file, manifest.main ?? 'index.js')
}
