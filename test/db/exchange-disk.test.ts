import { expect, onTestFinished, test } from 'vitest'

import type { OpenWorkspace } from '../../db/open'
import { openTeam, receive, runsFor, type Team } from '../sync/histories/team'

/** Two copies, the first with so many steps that the second's disk fills up while it takes them. */
async function twoCopies(): Promise<{ team: Team; from: OpenWorkspace; to: OpenWorkspace }> {
  const team = await openTeam(2)
  onTestFinished(() => team.close())
  const [from, to] = team.members.map(({ workspace }) => workspace)
  if (from === undefined || to === undefined) throw new RangeError('nobody is there')
  for (let i = 0; i < 300; i++) await add(from, i)
  return { team, from, to }
}

const add = (workspace: OpenWorkspace, n: number): Promise<unknown> =>
  workspace.commit({ author: 'Li', label: 'clients.add' }, ({ $client }) =>
    $client
      .prepare('INSERT INTO clients (id, name, note) VALUES (?, ?, ?)')
      .run(String(n).padStart(26, '0'), `client ${n}`, 'x'.repeat(2000)),
  )

const limit = (workspace: OpenWorkspace, more: number): void => {
  const pages = Number(workspace.writer.pragma('page_count', { simple: true }))
  workspace.writer.pragma(`max_page_count = ${pages + more}`)
}

test.each([0, 40, 90, 150, 220])(
  'a disk that fills up %i pages into taking steps takes nothing away: with room again all of them arrive',
  async (pages) => {
    const { from, to } = await twoCopies()
    limit(to, pages)
    await expect(receive(to, runsFor(from, to))).rejects.toMatchObject({ code: 'workspace.diskFull' })
    limit(to, 1_000_000)
    await receive(to, runsFor(from, to))
    expect(to.exchange.vector()).toEqual(from.exchange.vector())
    expect(to.exchange.digest()).toBe(from.exchange.digest())
  },
)

test('a step that did not fit on the disk leaves no mark: the next one follows the last that did', async () => {
  const { from, to } = await twoCopies()
  await receive(to, runsFor(from, to))
  limit(to, 0)
  let fitted = 300
  await expect(
    (async () => {
      for (;;) await add(to, ++fitted)
    })(),
  ).rejects.toMatchObject({ code: 'workspace.diskFull' })
  limit(to, 1_000_000)
  await add(to, 1000)
  await receive(from, runsFor(to, from))
  expect(from.exchange.vector()).toEqual(to.exchange.vector())
  expect(from.exchange.digest()).toBe(to.exchange.digest())
})
