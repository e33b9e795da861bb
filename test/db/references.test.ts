import { expect, test } from 'vitest'

import { expectedViews } from '../../db/capture/views'
import { deleteRecord, putRecord } from '../../db/repositories/records'
import { listClients, listShops } from '../../db/repositories/shops'
import { ENTITY_LIST, type NamedEntity } from '../../shared/sync/registry'
import { exchangeAll, makeTeam, type TestReplica } from '../support/replicas'
import { NOON } from '../support/workspace-file'

const SHOP = { name: 'Glow', market: 'VN', currency: 'VND', timezone: 'Asia/Ho_Chi_Minh' }
const COST = { kind: 'fee', amount: 100, currency: 'VND', day: '2026-01-15' }

test('a deleted client whom a colleague’s new shop needs stays in lists, and goes when the shop does', async () => {
  const team = await makeTeam(2)
  const [lan, wang] = team as [TestReplica, TestReplica]
  const { id: clientId } = await lan.step((tx) => putRecord(tx, 'clients', null, { name: 'Lotus' }, NOON))
  await exchangeAll(team)
  await lan.step((tx) => deleteRecord(tx, 'clients', clientId))
  expect(listClients(lan.workspace.db)).toEqual([])
  const shop = await wang.step((tx) => putRecord(tx, 'shops', null, { ...SHOP, clientId }, NOON))
  await exchangeAll(team)
  for (const { workspace } of team) {
    expect(listClients(workspace.db)).toMatchObject([{ name: 'Lotus', shops: 1, id: clientId }])
    expect(listShops(workspace.db)).toMatchObject([{ clientName: 'Lotus' }])
  }
  await wang.step((tx) => deleteRecord(tx, 'shops', shop.id))
  await exchangeAll(team)
  for (const { workspace } of team) expect(listClients(workspace.db)).toEqual([])
})

test('steps of a cost’s payment are hidden with the cost, and come back with it', async () => {
  const team = await makeTeam(2)
  const [lan, wang] = team as [TestReplica, TestReplica]
  const shop = await lan.step((tx) => putRecord(tx, 'shops', null, SHOP, NOON))
  const cost = await lan.step((tx) => putRecord(tx, 'costLines', null, { ...COST, shopId: shop.id }, NOON))
  await exchangeAll(team)
  await lan.step((tx) => deleteRecord(tx, 'costLines', cost.id))
  const step = { costLineId: cost.id, fromState: 'planned', toState: 'paid', machine: 1 }
  await wang.step((tx) => putRecord(tx, 'costEvents', null, step, NOON))
  await exchangeAll(team)
  const shown = ({ workspace }: TestReplica) =>
    workspace.reader.prepare('SELECT count(*) FROM shown_cost_events').pluck().get()
  expect(team.map(shown)).toEqual([0, 0])
  await lan.step((tx) => tx.$client.prepare('UPDATE cost_lines SET _del = 0 WHERE id = ?').run(cost.id))
  await exchangeAll(team)
  expect(team.map(shown)).toEqual([1, 1])
})

test('there is a view where a list differs from the living records, and one of names for what is shown as a ghost', () => {
  // Behind the three of the first release: what belongs to a creator, shop or template, and templates that touches name.
  const crm =
    'shown_shop_creators shown_creator_metrics shown_touches shown_tasks named_templates shown_template_versions named_template_versions shown_creator_decisions shown_onboarding_steps shown_shop_documents shown_quote_requests shown_batches'.split(
      ' ',
    )
  // Lists and rows of lists, what belongs to a campaign, brief, creator, sample, content or review, and what others go on naming.
  const content =
    'shown_product_prices shown_product_figures named_campaigns shown_campaign_rates shown_campaign_products shown_campaign_creators shown_pay_terms shown_briefs shown_brief_versions named_brief_versions shown_brief_sends shown_live_slots shown_live_targets shown_samples named_samples shown_sample_events shown_parcels shown_sample_nudges shown_contents named_contents shown_content_figures shown_sample_posts shown_content_checks shown_violations shown_reviews shown_review_events shown_review_versions named_review_versions shown_review_notes'.split(
      ' ',
    )
  // What belongs to a contract, dispute, payable or month, and what postings, signatures and statements go on naming.
  const money =
    'shown_contracts named_contracts shown_contract_versions named_contract_versions shown_contract_events shown_contract_signatures shown_obligations shown_guard_overrides shown_statements named_statements shown_disputes shown_dispute_notes shown_payables named_payables shown_payable_events shown_ledger_entries named_ledger_entries shown_period_events shown_period_closes'.split(
      ' ',
    )
  const core = ['shown_clients', 'shown_shops', 'named_cost_lines', 'named_attachments', 'shown_cost_events']
  expect([...expectedViews().keys()]).toEqual([...core, ...crm, ...content, ...money])
  const made: readonly NamedEntity[] = ENTITY_LIST.map((entity) =>
    entity.name === 'shops'
      ? {
          ...entity,
          columns: {
            ...entity.columns,
            clientId: { n: 1, kind: 'id', merge: 'mv', references: 'clients', onDeleted: 'ghost' },
          },
        }
      : entity,
  )
  expect([...expectedViews(made).keys()]).toEqual([
    'shown_clients',
    'named_clients',
    'shown_shops',
    'named_cost_lines',
    'named_attachments',
    'shown_cost_events',
    ...crm,
    ...content,
    ...money,
  ])
  expect(expectedViews(made).get('named_clients')).toBe('CREATE VIEW "named_clients" AS SELECT r.* FROM "clients" r')
})

test('a view that was changed is found by the check and put right at the next opening', async () => {
  const [lan] = (await makeTeam(1)) as [TestReplica]
  lan.workspace.writer.exec('DROP VIEW shown_shops; CREATE VIEW shown_shops AS SELECT * FROM shops')
  await lan.reopen()
  const sql = lan.workspace.reader.prepare(`SELECT sql FROM sqlite_schema WHERE name = 'shown_shops'`).pluck().get()
  expect(sql).toBe(expectedViews().get('shown_shops'))
})
