/** Which answers a change makes old: the parts of the contract that read what changed. */

const READERS: Readonly<Record<string, readonly string[]>> = {
  facts: ['roi', 'imports', 'creators', 'products'],
  imports: ['imports', 'roi'],
  shops: ['shops', 'clients', 'roi', 'imports', 'products', 'costs', 'rates'],
  clients: ['clients', 'shops', 'roi'],
  creators: ['creators', 'roi'],
  products: ['products', 'costs', 'roi'],
  productCosts: ['costs', 'products', 'roi'],
  costLines: ['costs', 'roi'],
  rates: ['rates', 'roi'],
  marketRules: ['markets', 'roi'],
  history: ['history'],
}

/** What is to be asked again after `topic` changed; null is everything. */
export function readersOf(topic: string): readonly string[] | null {
  const readers = Object.hasOwn(READERS, topic) ? READERS[topic] : undefined
  // Sizes and counts of the workspace, and records by name, may follow from any change.
  return readers ? [...readers, 'records', 'workspace'] : null
}
