/**
 * Where the words of a column's values stand: the same that its own screen shows, for whatever speaks of any record.
 *
 * A test holds that every column that takes only certain values has words for each of them, in both languages.
 */

/** By `entity.field`: the place in the catalogues under which each value is a key. */
export const VALUE_WORDS: Readonly<Record<string, string>> = {
  'costLines.kind': 'words:costKind',
  'costEvents.fromState': 'words:payment',
  'costEvents.toState': 'words:payment',
  'creatorDecisions.kind': 'records:decisionKind',
  'creatorDecisions.level': 'vetting:level',
  'onboardingSteps.state': 'onboarding:states',
  'people.role': 'people:roles',
  'stages.kind': 'pipelines:kinds',
  'touches.kind': 'outreach:kind',
  'tasks.kind': 'tasks:kinds',
  'tasks.state': 'tasks:states',
  'stockMovements.kind': 'stock:kinds',
  'productClaims.kind': 'claimSheets:kinds',
  'products.claimRisk': 'products:risks',
  'campaigns.kind': 'campaigns:kinds',
  'campaigns.state': 'campaigns:states',
  'campaignCreators.state': 'campaigns:members',
  'payTerms.model': 'campaigns:terms.models',
  'liveSlots.state': 'live:states',
  'samples.kind': 'samples:kinds',
  'samples.collaboration': 'samples:collaborations',
  'samples.source': 'samples:sources',
  'sampleEvents.fromState': 'words:sampleState',
  'sampleEvents.toState': 'words:sampleState',
  'sampleNudges.kind': 'records:nudgeKind',
  'contents.kind': 'content:kinds',
  'samplePosts.verdict': 'content:verdicts',
  'violations.state': 'content:violations.states',
  'reviews.kind': 'reviews:kinds',
  'reviewEvents.fromState': 'words:reviewState',
  'reviewEvents.toState': 'words:reviewState',
  'reviewNotes.audience': 'reviews:notes',
  'complianceRules.level': 'compliance:level',
  'scriptTemplates.kind': 'compliance:template.kinds',
  'scriptTemplates.freedom': 'compliance:template.freedoms',
}

/** Whole basis points, shown as percent. */
export const RATIO_COLUMNS: ReadonlySet<string> = new Set([
  'samples.rate',
  'campaignRates.rate',
  'campaignRates.adsRate',
  'campaignCreators.rate',
  'shopCreators.rate',
])
