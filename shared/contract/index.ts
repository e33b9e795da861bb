/** Everything anybody may ask of a workspace: one line per feature. */

import { feed, Nothing } from './define'
import { attachmentsContract } from './attachments'
import { costsContract } from './costs'
import { creatorsContract } from './creators'
import { historyContract } from './history'
import { inboxContract } from './inbox'
import { importsContract } from './imports'
import { marketsContract } from './markets'
import { productsContract } from './products'
import { ratesContract } from './rates'
import { recordsContract } from './records'
import { roiContract } from './roi'
import { clientsContract, shopsContract } from './shops'
import { syncContract } from './sync'
import { workspaceContract } from './workspace'
import { editsContract } from './edits'
import { viewsContract } from './views'
import { vettingContract } from './vetting'
import { metricsContract } from './metrics'
import { pipelinesContract } from './pipelines'
import { tasksContract } from './tasks'
import { outreachContract } from './outreach'
import { claimsContract } from './claims'
import { quotesContract } from './quotes'
import { onboardingContract } from './onboarding'
import { peopleContract } from './people'
import { auditContract } from './audit'
import { z } from '../schema'

/** Something changed: whoever shows one of these topics asks again. */
export const Notice = z.object({ topics: z.array(z.string()) })

export const contract = {
  workspace: workspaceContract,
  shops: shopsContract,
  clients: clientsContract,
  markets: marketsContract,
  rates: ratesContract,
  costs: costsContract,
  imports: importsContract,
  roi: roiContract,
  creators: creatorsContract,
  products: productsContract,
  records: recordsContract,
  history: historyContract,
  attachments: attachmentsContract,
  inbox: inboxContract,
  sync: syncContract,
  edits: editsContract,
  views: viewsContract,
  vetting: vettingContract,
  metrics: metricsContract,
  pipelines: pipelinesContract,
  tasks: tasksContract,
  outreach: outreachContract,
  claims: claimsContract,
  quotes: quotesContract,
  onboarding: onboardingContract,
  people: peopleContract,
  audit: auditContract,
  notices: { listen: feed(Nothing, Notice) },
}
export type Contract = typeof contract
