// Builds again only when a source changed: compares the names, sizes and times of all of them with the last build's.
import fs from 'node:fs'
import path from 'node:path'
import { root, sha256, writeWhole } from './env.mjs'

/** Calls `build` unless `stamp` says that it was done for just these sources (files and folders, relative to the project). */
export async function buildWhenStale(stamp, sources, build) {
  const want = fingerprint(sources)
  const file = path.join(root, stamp)
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === want) return
  fs.rmSync(file, { force: true })
  await build()
  writeWhole(file, want)
}

function fingerprint(sources) {
  return sha256(sources.flatMap((source) => filesIn(path.join(root, source))).join('\n'))
}

function filesIn(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false })
  if (!stat) return [`${place} is missing`]
  if (stat.isFile()) return [`${place} ${stat.size} ${stat.mtimeMs}`]
  return fs
    .readdirSync(place)
    .toSorted()
    .flatMap((name) => filesIn(path.join(place, name)))
}
