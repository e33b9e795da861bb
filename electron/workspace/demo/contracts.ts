/** The demo agency's contracts, taken step by step as people do it: written, laid down, sent, signed on the screen, kept. */

import { DEMO_AGENCY, DEMO_CONTRACTS, type DemoContract } from '../../../shared/domain/demo/contracts'
import { had, type Scene } from './scene'

const CONSENT = {
  en: 'I have read the whole text and sign it electronically.',
  zh: '我已阅读全文，同意以电子方式签署。',
} as const
const LAW = {
  us: ['California', 'the courts of Los Angeles County'],
  gb: ['England and Wales', 'the courts of London'],
  usx: ['中华人民共和国', '深圳市南山区人民法院'],
  th: ['Thailand', 'the courts of Bangkok'],
} as const

export async function enterContracts(scene: Scene): Promise<void> {
  for (const contract of DEMO_CONTRACTS) await enterContract(scene, contract)
}

async function enterContract(scene: Scene, plan: DemoContract): Promise<void> {
  const { contracts } = scene.client
  const shop = scene.shop(plan.shop)
  const creator = had(shop.creators[plan.creator], plan.creator)
  const [law, court] = LAW[plan.shop as keyof typeof LAW] ?? LAW.us
  const [from, to] = plan.days
  const { id } = await contracts.put({
    fields: {
      shopId: shop.id,
      creatorId: creator.id,
      kind: plan.kind,
      title: plan.title,
      number: plan.number,
      currency: shop.currency,
      fromDay: scene.day(shop, from),
      toDay: scene.day(shop, to),
      videos: 0,
      lives: 0,
      rounds: 2,
      usageDays: 60,
      noticeDays: 14,
      renewMonths: 0,
      exclusive: plan.exclusive,
      law,
      party: DEMO_AGENCY[plan.language],
      counterparty: creator.displayName,
      owner: scene.me,
      variables: { court, sampleValue: 3000, ...(plan.product === null ? {} : { product: plan.product }) },
      ...plan.terms,
    },
  })
  if (plan.paper === 'draft') return
  await contracts.makeVersion({ id, governs: plan.language })
  if (plan.secondFee !== null) {
    await contracts.put({ id, fields: { fee: plan.secondFee } })
    await contracts.makeVersion({ id, governs: plan.language, note: 'After her call.' })
  }
  if (plan.paper === 'cancelled') {
    await contracts.step({ id, to: 'cancelled', reason: plan.reason })
    return
  }
  await contracts.step({ id, to: 'sent' })
  if (plan.paper === 'sent') return
  await sign(scene, id, plan, creator.displayName)
  if (plan.paper === 'here') await keepPromises(scene, id)
  else await contracts.step({ id, to: plan.paper, reason: plan.reason })
}

async function sign({ client }: Scene, contractId: string, { language }: DemoContract, name: string): Promise<void> {
  const { versions } = await client.contractFiles.get({ contractId })
  const { id: versionId } = had(versions.at(-1), 'version')
  const consent = CONSENT[language]
  for (const [party, signer] of [
    ['creator', name],
    ['agency', DEMO_AGENCY.signer],
  ] as const) {
    await client.contractFiles.signHere({ contractId, versionId, party, signer, consent, drawing: null })
  }
}

/** What was due up to last week is done, but for the last of it. */
async function keepPromises({ client, day, shop }: Scene, contractId: string): Promise<void> {
  const { rows } = await client.contracts.obligations({ contractId, until: day(shop('us'), -1) })
  const work = rows.filter(({ kind }) => kind === 'video' || kind === 'live')
  for (const { id } of work.slice(0, -1)) await client.contracts.markDone({ id, done: true })
}
