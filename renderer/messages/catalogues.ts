/** Every catalogue by language: one line per feature in each list. */

import { columns as columnsEn } from './en/columns'
import { common as commonEn } from './en/common'
import { errors as errorsEn } from './en/errors'
import { imports as importsEn } from './en/imports'
import { roi as roiEn } from './en/roi'
import { shell as shellEn } from './en/shell'
import { costs as costsEn } from './en/costs'
import { lists as listsEn } from './en/lists'
import { settings as settingsEn } from './en/settings'
import { shops as shopsEn } from './en/shops'
import { steps as stepsEn } from './en/steps'
import { welcome as welcomeEn } from './en/welcome'
import { words as wordsEn } from './en/words'
import { arrive as arriveEn } from './en/arrive'
import { attachments as attachmentsEn } from './en/attachments'
import { inbox as inboxEn } from './en/inbox'
import { records as recordsEn } from './en/records'
import { sync as syncEn } from './en/sync'
import { columns as columnsZh } from './zh-CN/columns'
import { common as commonZh } from './zh-CN/common'
import { errors as errorsZh } from './zh-CN/errors'
import { imports as importsZh } from './zh-CN/imports'
import { roi as roiZh } from './zh-CN/roi'
import { shell as shellZh } from './zh-CN/shell'
import { costs as costsZh } from './zh-CN/costs'
import { lists as listsZh } from './zh-CN/lists'
import { settings as settingsZh } from './zh-CN/settings'
import { shops as shopsZh } from './zh-CN/shops'
import { steps as stepsZh } from './zh-CN/steps'
import { welcome as welcomeZh } from './zh-CN/welcome'
import { words as wordsZh } from './zh-CN/words'
import { arrive as arriveZh } from './zh-CN/arrive'
import { attachments as attachmentsZh } from './zh-CN/attachments'
import { inbox as inboxZh } from './zh-CN/inbox'
import { records as recordsZh } from './zh-CN/records'
import { sync as syncZh } from './zh-CN/sync'
import { creators as creatorsEn } from './en/creators'
import { creators as creatorsZh } from './zh-CN/creators'
import { vetting as vettingEn } from './en/vetting'
import { vetting as vettingZh } from './zh-CN/vetting'
import { metrics as metricsEn } from './en/metrics'
import { metrics as metricsZh } from './zh-CN/metrics'
import { pipelines as pipelinesEn } from './en/pipelines'
import { pipelines as pipelinesZh } from './zh-CN/pipelines'
import { tasks as tasksEn } from './en/tasks'
import { tasks as tasksZh } from './zh-CN/tasks'
import { outreach as outreachEn } from './en/outreach'
import { outreach as outreachZh } from './zh-CN/outreach'
import { quotes as quotesEn } from './en/quotes'
import { quotes as quotesZh } from './zh-CN/quotes'
import { onboarding as onboardingEn } from './en/onboarding'
import { onboarding as onboardingZh } from './zh-CN/onboarding'
import { people as peopleEn } from './en/people'
import { profile as profileEn } from './en/profile'
import { people as peopleZh } from './zh-CN/people'
import { profile as profileZh } from './zh-CN/profile'
import { audit as auditEn } from './en/audit'
import { audit as auditZh } from './zh-CN/audit'
import { grid as gridEn } from './en/grid'
import { grid as gridZh } from './zh-CN/grid'
import { duplicates as duplicatesEn } from './en/duplicates'
import { duplicates as duplicatesZh } from './zh-CN/duplicates'
import { views as viewsEn } from './en/views'
import { views as viewsZh } from './zh-CN/views'
import { products as productsEn } from './en/products'
import { products as productsZh } from './zh-CN/products'
import { stock as stockEn } from './en/stock'
import { stock as stockZh } from './zh-CN/stock'
import { claimSheets as claimSheetsEn } from './en/claim-sheets'
import { claimSheets as claimSheetsZh } from './zh-CN/claim-sheets'
import { platformLists as platformListsEn } from './en/platform-lists'
import { platformLists as platformListsZh } from './zh-CN/platform-lists'
import { campaigns as campaignsEn } from './en/campaigns'
import { campaigns as campaignsZh } from './zh-CN/campaigns'
import { briefs as briefsEn } from './en/briefs'
import { briefs as briefsZh } from './zh-CN/briefs'
import { samples as samplesEn } from './en/samples'
import { samples as samplesZh } from './zh-CN/samples'
import { sampleRequests as sampleRequestsEn } from './en/sample-requests'
import { sampleRequests as sampleRequestsZh } from './zh-CN/sample-requests'
import { sampleFiles as sampleFilesEn } from './en/sample-files'
import { sampleFiles as sampleFilesZh } from './zh-CN/sample-files'
import { contractFiles as contractFilesEn } from './en/contract-files'
import { contractFiles as contractFilesZh } from './zh-CN/contract-files'
import { sampleProof as sampleProofEn } from './en/sample-proof'
import { sampleProof as sampleProofZh } from './zh-CN/sample-proof'
import { sampleCosts as sampleCostsEn } from './en/sample-costs'
import { sampleCosts as sampleCostsZh } from './zh-CN/sample-costs'
import { content as contentEn } from './en/content'
import { content as contentZh } from './zh-CN/content'
import { reviews as reviewsEn } from './en/reviews'
import { reviews as reviewsZh } from './zh-CN/reviews'
import { compliance as complianceEn } from './en/compliance'
import { compliance as complianceZh } from './zh-CN/compliance'
import { refunds as refundsEn } from './en/refunds'
import { refunds as refundsZh } from './zh-CN/refunds'
import { cash as cashEn } from './en/cash'
import { cash as cashZh } from './zh-CN/cash'
import { live as liveEn } from './en/live'
import { contracts as contractsEn } from './en/contracts'
import { contracts as contractsZh } from './zh-CN/contracts'
import { payables as payablesEn } from './en/payables'
import { payables as payablesZh } from './zh-CN/payables'
import { income as incomeEn } from './en/income'
import { income as incomeZh } from './zh-CN/income'
import { commission as commissionEn } from './en/commission'
import { settlement as settlementEn } from './en/settlement'
import { periods as periodsEn } from './en/periods'
import { periods as periodsZh } from './zh-CN/periods'
import { statements as statementsEn } from './en/statements'
import { statements as statementsZh } from './zh-CN/statements'
import { live as liveZh } from './zh-CN/live'
import { commission as commissionZh } from './zh-CN/commission'
import { settlement as settlementZh } from './zh-CN/settlement'
import type { Language } from '../format/language'
import type { ErrorWords } from './error-words'

export const EN = {
  columns: columnsEn,
  common: commonEn,
  imports: importsEn,
  roi: roiEn,
  shell: shellEn,
  costs: costsEn,
  lists: listsEn,
  settings: settingsEn,
  shops: shopsEn,
  steps: stepsEn,
  welcome: welcomeEn,
  words: wordsEn,
  arrive: arriveEn,
  attachments: attachmentsEn,
  inbox: inboxEn,
  records: recordsEn,
  sync: syncEn,
  duplicates: duplicatesEn,
  grid: gridEn,
  audit: auditEn,
  people: peopleEn,
  profile: profileEn,
  onboarding: onboardingEn,
  quotes: quotesEn,
  outreach: outreachEn,
  tasks: tasksEn,
  pipelines: pipelinesEn,
  metrics: metricsEn,
  vetting: vettingEn,
  creators: creatorsEn,
  views: viewsEn,
  products: productsEn,
  stock: stockEn,
  claimSheets: claimSheetsEn,
  platformLists: platformListsEn,
  campaigns: campaignsEn,
  briefs: briefsEn,
  samples: samplesEn,
  sampleRequests: sampleRequestsEn,
  sampleFiles: sampleFilesEn,
  sampleProof: sampleProofEn,
  contractFiles: contractFilesEn,
  sampleCosts: sampleCostsEn,
  content: contentEn,
  reviews: reviewsEn,
  compliance: complianceEn,
  live: liveEn,
  contracts: contractsEn,
  payables: payablesEn,
  commission: commissionEn,
  settlement: settlementEn,
  income: incomeEn,
  cash: cashEn,
  refunds: refundsEn,
  periods: periodsEn,
  statements: statementsEn,
} as const

export const ZH = {
  columns: columnsZh,
  common: commonZh,
  imports: importsZh,
  roi: roiZh,
  shell: shellZh,
  costs: costsZh,
  lists: listsZh,
  settings: settingsZh,
  shops: shopsZh,
  steps: stepsZh,
  welcome: welcomeZh,
  words: wordsZh,
  arrive: arriveZh,
  attachments: attachmentsZh,
  inbox: inboxZh,
  records: recordsZh,
  sync: syncZh,
  duplicates: duplicatesZh,
  grid: gridZh,
  audit: auditZh,
  people: peopleZh,
  profile: profileZh,
  onboarding: onboardingZh,
  quotes: quotesZh,
  outreach: outreachZh,
  tasks: tasksZh,
  pipelines: pipelinesZh,
  metrics: metricsZh,
  vetting: vettingZh,
  creators: creatorsZh,
  views: viewsZh,
  products: productsZh,
  stock: stockZh,
  claimSheets: claimSheetsZh,
  platformLists: platformListsZh,
  campaigns: campaignsZh,
  briefs: briefsZh,
  samples: samplesZh,
  sampleRequests: sampleRequestsZh,
  sampleFiles: sampleFilesZh,
  sampleProof: sampleProofZh,
  contractFiles: contractFilesZh,
  sampleCosts: sampleCostsZh,
  content: contentZh,
  reviews: reviewsZh,
  compliance: complianceZh,
  live: liveZh,
  contracts: contractsZh,
  payables: payablesZh,
  commission: commissionZh,
  settlement: settlementZh,
  income: incomeZh,
  cash: cashZh,
  refunds: refundsZh,
  periods: periodsZh,
  statements: statementsZh,
} as const

export const ERRORS: Readonly<Record<Language, ErrorWords>> = { en: errorsEn, 'zh-CN': errorsZh }
