/** The names of files in an evidence pack, which the audit page tells. */

import path from 'node:path'

import type { ContractFacts, PaperVersion } from './facts'
import { partyOf } from './paper-facts'

/** `contract-v2.json`; of two versions that colleagues made at once with one number, the hash tells them apart. */
export function versionName({ versions }: ContractFacts, { id, version, sha256 }: PaperVersion): string {
  const twice = versions.some((one) => one.version === version && one.id !== id)
  return `contract-v${version}${twice ? `-${sha256.slice(0, 8)}` : ''}.json`
}

/** By signature; two who signed one paper share its file. */
export function fileNames({ signatures }: ContractFacts): ReadonlyMap<string, string> {
  const byHash = new Map<string, string>()
  const names = new Map<string, string>()
  for (const { id, party, file, fileSha256 } of signatures) {
    if (fileSha256 === null) continue
    const ending = path.extname(file?.name ?? '').toLowerCase()
    const name = byHash.get(fileSha256) ?? `signed/${byHash.size + 1}-${partyOf(party)}${ending}`
    byHash.set(fileSha256, name)
    names.set(id, name)
  }
  return names
}
