// One peer does one workload and says how long each part took: node run.mjs <peer> <workload.json>. Started by ../../sync-peers.ts.
import fs from 'node:fs'

const [peer, file] = process.argv.slice(2)
const workload = JSON.parse(fs.readFileSync(file, 'utf8'))
const { PEERS } = await import('./peers.mjs')

const times = {}
const facts = {}

/** Times one part. */
async function lap(name, work) {
  globalThis.gc?.()
  const start = performance.now()
  const result = await work()
  times[name] = performance.now() - start
  return result
}

try {
  await PEERS[peer]({ ...workload, lap, note: (name, value) => void (facts[name] = value) })
} catch (error) {
  facts.failed = String(error).slice(0, 300)
}
process.stdout.write(
  `${JSON.stringify({ peer, times, facts, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`,
  () => process.exit(0),
)
