/** Everything anybody may ask of a workspace: one line per feature. */

import { feed, Nothing } from './define'
import { attachmentsContract } from './attachments'
import { contractFilesContract } from './contract-files'
import { contractsContract } from './contracts'
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
import { stockContract } from './stock'
import { claimSheetsContract } from './claim-sheets'
import { platformListsContract } from './platform-lists'
import { campaignsContract } from './campaigns'
import { briefsContract } from './briefs'
import { samplesContract } from './samples'
import { sampleRequestsContract } from './sample-requests'
import { sampleFilesContract } from './sample-files'
import { sampleProofContract } from './sample-proof'
import { sampleCostsContract } from './sample-costs'
import { contentContract } from './content'
import { reviewsContract } from './reviews'
import { complianceContract } from './compliance'
import { liveContract } from './live'
import { periodsContract } from './periods'
import { commissionContract } from './commission'
import { statementsContract } from './statements'
import { incomeContract } from './income'
import { settlementContract } from './settlement'
import { cashContract } from './cash'
import { payablesContract } from './payables'
import { refundsContract } from './refunds'
import { z } from '../schema'

/** Something changed: whoever shows one of these topics asks again. */
export const Notice = z.object({ topics: z.array(z.string()) })

const listen = feed(Nothing, Notice)

/** Written out, because the type of all procedures together is longer than the compiler will put into a declaration. */
export type Contract = {
  workspace: typeof workspaceContract
  shops: typeof shopsContract
  clients: typeof clientsContract
  markets: typeof marketsContract
  rates: typeof ratesContract
  costs: typeof costsContract
  imports: typeof importsContract
  roi: typeof roiContract
  creators: typeof creatorsContract
  products: typeof productsContract
  records: typeof recordsContract
  history: typeof historyContract
  attachments: typeof attachmentsContract
  contractFiles: typeof contractFilesContract
  inbox: typeof inboxContract
  sync: typeof syncContract
  edits: typeof editsContract
  views: typeof viewsContract
  vetting: typeof vettingContract
  metrics: typeof metricsContract
  pipelines: typeof pipelinesContract
  tasks: typeof tasksContract
  outreach: typeof outreachContract
  claims: typeof claimsContract
  quotes: typeof quotesContract
  onboarding: typeof onboardingContract
  people: typeof peopleContract
  audit: typeof auditContract
  stock: typeof stockContract
  claimSheets: typeof claimSheetsContract
  platformLists: typeof platformListsContract
  campaigns: typeof campaignsContract
  briefs: typeof briefsContract
  samples: typeof samplesContract
  sampleRequests: typeof sampleRequestsContract
  sampleFiles: typeof sampleFilesContract
  sampleProof: typeof sampleProofContract
  sampleCosts: typeof sampleCostsContract
  content: typeof contentContract
  reviews: typeof reviewsContract
  compliance: typeof complianceContract
  live: typeof liveContract
  periods: typeof periodsContract
  contracts: typeof contractsContract
  commission: typeof commissionContract
  statements: typeof statementsContract
  settlement: typeof settlementContract
  income: typeof incomeContract
  cash: typeof cashContract
  payables: typeof payablesContract
  refunds: typeof refundsContract
  notices: { listen: typeof listen }
}

export const contract: Contract = {
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
  contractFiles: contractFilesContract,
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
  stock: stockContract,
  claimSheets: claimSheetsContract,
  platformLists: platformListsContract,
  campaigns: campaignsContract,
  briefs: briefsContract,
  samples: samplesContract,
  sampleRequests: sampleRequestsContract,
  sampleFiles: sampleFilesContract,
  sampleProof: sampleProofContract,
  sampleCosts: sampleCostsContract,
  content: contentContract,
  reviews: reviewsContract,
  compliance: complianceContract,
  live: liveContract,
  periods: periodsContract,
  contracts: contractsContract,
  commission: commissionContract,
  statements: statementsContract,
  settlement: settlementContract,
  income: incomeContract,
  cash: cashContract,
  payables: payablesContract,
  refunds: refundsContract,
  notices: { listen },
}
