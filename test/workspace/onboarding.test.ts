import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { finish, newWorkspace } from '../support/workspace'

/** Noon of Friday 2026-01-16 in New York. */
const FRIDAY = Date.UTC(2026, 0, 16, 17)
const DAY = 86_400_000

async function shop() {
  const workspace = await newWorkspace({ now: FRIDAY })
  const { id: shopId } = await workspace.client.shops.add({ name: 'Glow', market: 'US' })
  const { onboarding } = workspace.client
  const step = async (key: string) => (await onboarding.steps({ shopId })).find((one) => one.key === key)
  return { ...workspace, shopId, onboarding, step }
}

test('a shop begins with every step, those open that need nothing before them', async () => {
  const { onboarding } = await shop()
  expect(await onboarding.shops({})).toMatchObject([
    { shopName: 'Glow', done: 0, of: 8, late: 0, next: ['company', 'contacts'] },
  ])
})

test('handing in begins the timer in the shop’s zone, and an answer that is overdue is late', async () => {
  const { onboarding, shopId, step, clock } = await shop()
  await onboarding.set({ shopId, key: 'company', fields: { state: 'submitted', owner: 'Mei' } })
  expect(await step('company')).toMatchObject({
    submittedOn: '2026-01-16',
    answerBy: '2026-01-21',
    standing: 'waiting',
  })
  clock.now = FRIDAY + 6 * DAY
  expect(await step('company')).toMatchObject({ standing: 'late', workingDaysLeft: -1 })
  await onboarding.set({ shopId, key: 'company', fields: { state: 'approved' } })
  expect(await step('company')).toMatchObject({ standing: 'done', decidedOn: '2026-01-22', owner: 'Mei' })
  expect((await onboarding.shops({}))[0]).toMatchObject({ done: 1, late: 0 })
})

test('a rejection says why, and the step stands first among what is to be done', async () => {
  const { onboarding, shopId } = await shop()
  const rejected = { shopId, key: 'company', fields: { state: 'rejected' as const } }
  await expect(onboarding.set(rejected)).rejects.toMatchObject({ code: 'record.invalid', data: { field: 'reason' } })
  await onboarding.set({ ...rejected, fields: { ...rejected.fields, reason: 'the licence is blurred' } })
  expect((await onboarding.shops({}))[0]?.next[0]).toBe('company')
})

test('own steps are added and removed; the app’s are only marked as not needed', async () => {
  const { onboarding, shopId, client } = await shop()
  const { key } = await onboarding.addStep({ shopId, title: 'Warehouse photos' })
  expect((await onboarding.shops({}))[0]?.of).toBe(9)
  await onboarding.removeStep({ shopId, key })
  await client.history.undo({})
  expect((await onboarding.steps({ shopId })).at(-1)).toMatchObject({ title: 'Warehouse photos', standing: 'ready' })
  await expect(onboarding.removeStep({ shopId, key: 'deposit' })).rejects.toMatchObject({ code: 'record.invalid' })
  await onboarding.set({ shopId, key: 'deposit', fields: { state: 'notNeeded' } })
  expect((await onboarding.shops({}))[0]?.of).toBe(8)
})

test('a document has its files and runs out', async () => {
  const { onboarding, shopId, client, folder } = await shop()
  const fields = { shopId, kind: 'businessLicence' as const, number: '91310000X', expires: '2026-02-10' }
  const { id } = await onboarding.putDocument({ fields })
  const scan = path.join(folder, 'licence.pdf')
  fs.writeFileSync(scan, 'scan')
  await finish(client.attachments.add({ entity: 'shopDocuments', recordId: id, path: scan }))
  expect(await onboarding.documents({ shopId })).toMatchObject([{ standing: 'soon', files: 1, number: '91310000X' }])
  expect((await onboarding.shops({}))[0]?.expiring).toBe(1)
  const wrong = onboarding.putDocument({ id, fields: { ...fields, issuedOn: '2026-03-01' } })
  await expect(wrong).rejects.toMatchObject({ code: 'record.invalid', data: { field: 'expires' } })
})
