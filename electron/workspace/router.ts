/** Every procedure of the contract with what answers it: one line per feature. */

import type { Router } from '@orpc/server'

import type { Contract } from '../../shared/contract/index'
import type { WorkspaceContext } from './context'
import { attachments } from './features/attachments'
import { contractFiles } from './features/contract-files'
import { costs } from './features/costs'
import { creators } from './features/creators'
import { creatorAdding } from './features/creators-add'
import { creatorDuplicates } from './features/creators-duplicates'
import { creatorPrivacy } from './features/creators-privacy'
import { creatorRecord } from './features/creators-record'
import { creatorTimeline } from './features/creators-timeline'
import { fillDemo } from './features/demo'
import { history } from './features/history'
import { inbox } from './features/inbox'
import { imports } from './features/imports'
import { markets } from './features/markets'
import { notices } from './features/notices'
import { products } from './features/products'
import { rateLocks } from './features/rate-locks'
import { rates } from './features/rates'
import { records } from './features/records'
import { roi } from './features/roi'
import { clients, shops } from './features/shops'
import { sync } from './features/sync'
import { workspace } from './features/workspace'
import { edits } from './features/edits'
import { views } from './features/views'
import { vetting } from './features/vetting'
import { metrics } from './features/metrics'
import { pipelines } from './features/pipelines'
import { tasks } from './features/tasks'
import { outreach } from './features/outreach'
import { batches } from './features/outreach-batches'
import { templates } from './features/outreach-templates'
import { claims } from './features/claims'
import { quotes } from './features/quotes'
import { onboarding } from './features/onboarding'
import { people } from './features/people'
import { audit } from './features/audit'
import { stock } from './features/stock'
import { claimSheets } from './features/claim-sheets'
import { platformLists } from './features/platform-lists'
import { membership } from './features/campaign-members'
import { payTerms } from './features/campaign-terms'
import { campaigns } from './features/campaigns'
import { briefs } from './features/briefs'
import { samples } from './features/samples'
import { sampleRequests } from './features/sample-requests'
import { sampleFiles } from './features/sample-files'
import { sampleProof } from './features/sample-proof'
import { sampleCosts } from './features/sample-costs'
import { content } from './features/content'
import { contentMatching } from './features/content-matching'
import { reviews } from './features/reviews'
import { compliance } from './features/compliance'
import { live } from './features/live'
import { periods } from './features/periods'
import { contracts } from './features/contracts'
import { commission } from './features/commission'
import { statements } from './features/statements'
import { disputes } from './features/statement-disputes'
import { income } from './features/income'
import { settlement } from './features/settlement'
import { cash } from './features/cash'
import { payables } from './features/payables'
import { refunds } from './features/refunds'
import { os } from './serve'

export const router: Router<Contract, WorkspaceContext> = os.router({
  workspace: { ...workspace, fillDemo },
  shops,
  clients,
  markets,
  rates: { ...rates, ...rateLocks },
  costs,
  imports,
  roi,
  creators: {
    ...creators,
    ...creatorAdding,
    ...creatorRecord,
    ...creatorDuplicates,
    ...creatorTimeline,
    ...creatorPrivacy,
  },
  products,
  records,
  history,
  attachments,
  contractFiles,
  inbox,
  sync,
  edits,
  views,
  vetting,
  metrics,
  pipelines,
  tasks,
  outreach: { ...outreach, templates, batches },
  claims,
  quotes,
  onboarding,
  people,
  audit,
  stock,
  claimSheets,
  platformLists,
  campaigns: { ...campaigns, ...membership, ...payTerms },
  briefs,
  samples,
  sampleRequests,
  sampleFiles,
  sampleProof,
  sampleCosts,
  content: { ...content, ...contentMatching },
  reviews,
  compliance,
  live,
  periods,
  contracts,
  commission,
  statements: { ...statements, ...disputes },
  settlement,
  income,
  cash,
  payables,
  refunds,
  notices,
})
