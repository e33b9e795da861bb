/** What a step did, by its machine word; `{{subject}}` is a name, a file or a count. */
export const steps = {
  other: '{{label}} {{subject}}',
  shops: { add: 'Add shop {{subject}}', update: 'Change shop {{subject}}', remove: 'Remove shop {{subject}}' },
  clients: { add: 'Add client {{subject}}', update: 'Change client {{subject}}', remove: 'Remove client {{subject}}' },
  rates: {
    add: 'Add rate {{subject}}',
    update: 'Change rate {{subject}}',
    remove: 'Remove rate {{subject}}',
    put: 'Enter rate {{subject}}',
    paste: 'Paste {{subject}} rates',
  },
  costs: {
    add: 'Add cost {{subject}}',
    update: 'Change cost {{subject}}',
    remove: 'Remove cost {{subject}}',
    step: 'Payment: {{subject}}',
  },
  costLines: { add: 'Add cost {{subject}}', update: 'Change cost {{subject}}', remove: 'Remove cost {{subject}}' },
  productCosts: {
    add: 'Add product cost {{subject}}',
    update: 'Change product cost {{subject}}',
    remove: 'Remove product cost {{subject}}',
  },
  creators: {
    add: 'Add creator {{subject}}',
    update: 'Change creator {{subject}}',
    remove: 'Remove creator {{subject}}',
    merge: 'Merge into {{subject}}',
    unmerge: 'Separate {{subject}}',
  },
  products: {
    add: 'Add product {{subject}}',
    update: 'Change product {{subject}}',
    remove: 'Remove product {{subject}}',
  },
  marketRules: {
    add: 'Add market rule {{subject}}',
    update: 'Change market rule {{subject}}',
    remove: 'Remove market rule {{subject}}',
  },
  markets: { setRule: 'Set market rule {{subject}}', removeRule: 'Remove own market rule {{subject}}' },
  imports: { run: 'Import {{subject}}', undo: 'Take back import {{subject}}', redo: 'Bring back import {{subject}}' },
  import: { run: 'Import {{subject}}' },
  attachments: { add: 'Attach {{subject}}', remove: 'Remove attachment {{subject}}' },
  inbox: { decide: 'Decide {{subject}}' },
  history: { restore: 'Restore a value of {{subject}}' },
  sync: { undoArrival: 'Take back what {{subject}} brought' },
  workspace: {
    create: 'Make workspace {{subject}}',
    rename: 'Rename workspace {{subject}}',
    fillDemo: 'Fill with demo data',
  },
} as const
