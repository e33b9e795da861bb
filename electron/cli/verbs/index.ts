/** Every verb of the command line, in the order of the help. */

import type { Verb } from '../command'
import { ATTACHMENT_VERBS } from './attachments'
import { COMPLIANCE_VERBS } from './compliance'
import { COST_VERBS } from './costs'
import { LIST_VERBS } from './creator-lists'
import { PERSON_VERBS } from './creator-person'
import { CREATOR_VERBS } from './creators'
import { EXPORT_VERBS } from './export'
import { FOLLOWUP_VERBS } from './followup'
import { HISTORY_VERBS } from './history'
import { IMPORT_VERBS } from './imports'
import { OUTREACH_VERBS } from './outreach'
import { RATE_VERBS } from './rates'
import { RECORD_VERBS } from './records'
import { REPORT_VERBS } from './report'
import { REPORT_CASHFLOW } from './report-cashflow'
import { REPORT_SAMPLES } from './report-samples'
import { REPORT_SETTLEMENT } from './report-settlement'
import { SHOP_VERBS } from './shops'
import { SYNC_VERBS } from './sync'
import { SYNC_STATE_VERBS } from './sync-state'
import { VETTING_VERBS } from './vetting'
import { WORKSPACE_VERBS } from './workspace'

export const VERBS: readonly Verb[] = [
  ...WORKSPACE_VERBS,
  ...SHOP_VERBS,
  ...IMPORT_VERBS,
  ...LIST_VERBS,
  ...REPORT_VERBS,
  REPORT_SAMPLES,
  REPORT_CASHFLOW,
  REPORT_SETTLEMENT,
  ...CREATOR_VERBS,
  ...PERSON_VERBS,
  ...FOLLOWUP_VERBS,
  ...VETTING_VERBS,
  ...COMPLIANCE_VERBS,
  ...RECORD_VERBS,
  ...EXPORT_VERBS,
  ...RATE_VERBS,
  ...COST_VERBS,
  ...OUTREACH_VERBS,
  ...HISTORY_VERBS,
  ...SYNC_VERBS,
  ...SYNC_STATE_VERBS,
  ...ATTACHMENT_VERBS,
]
