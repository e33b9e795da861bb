/** Which answers a change makes old: the parts of the contract that read what changed. */

const READERS: Readonly<Record<string, readonly string[]>> = {
  facts: ['roi', 'imports', 'creators', 'products'],
  imports: ['imports', 'roi'],
  shops: ['shops', 'clients', 'roi', 'imports', 'products', 'costs', 'rates'],
  clients: ['clients', 'shops', 'roi'],
  creators: ['creators', 'roi', 'vetting', 'pipelines', 'tasks', 'outreach'],
  products: ['products', 'costs', 'roi'],
  productCosts: ['costs', 'products', 'roi'],
  costLines: ['costs', 'roi'],
  rates: ['rates', 'roi'],
  marketRules: ['markets', 'roi'],
  aliases: ['creators', 'roi', 'vetting', 'pipelines', 'tasks', 'outreach'],
  attachments: ['attachments'],
  costEvents: ['costs', 'roi'],
  shopCreators: ['creators', 'pipelines', 'outreach'],
  creatorResults: ['creators'],
  creatorMetrics: ['creators', 'metrics', 'vetting'],
  creatorLists: ['creators', 'metrics', 'vetting'],
  importPresets: ['metrics'],
  stages: ['pipelines', 'creators'],
  touches: ['outreach', 'creators', 'pipelines', 'vetting'],
  tasks: ['tasks', 'creators', 'pipelines'],
  ladders: ['tasks'],
  templates: ['outreach'],
  templateVersions: ['outreach'],
  claims: ['claims', 'creators', 'outreach'],
  creatorDecisions: ['vetting', 'creators'],
  scoreProfiles: ['vetting', 'creators'],
  tiers: ['vetting', 'creators'],
  views: ['views'],
  people: ['people'],
  onboardingSteps: ['onboarding'],
  shopDocuments: ['onboarding'],
  quoteRequests: ['quotes'],
  batches: ['outreach'],
  settings: ['workspace'],
  inbox: ['creators', 'costs', 'shops', 'clients', 'products'],
  sync: ['attachments'],
  history: ['history', 'audit'],
}

/** What is to be asked again after `topic` changed; null is everything. */
export function readersOf(topic: string): readonly string[] | null {
  const readers = Object.hasOwn(READERS, topic) ? READERS[topic] : undefined
  // Sizes and counts of the workspace, records by name, what colleagues lack and what is in question may follow from any.
  return readers ? [...new Set([...readers, 'records', 'workspace', 'sync', 'inbox', 'audit'])] : null
}
