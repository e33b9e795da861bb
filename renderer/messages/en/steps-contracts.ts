/** What a step did with contracts. */
export const contractSteps = {
  contracts: {
    add: 'Add contract {{subject}}',
    update: 'Change contract {{subject}}',
    remove: 'Remove contract {{subject}}',
    step: 'Contract: {{subject}}',
    restoreTerms: 'Put the terms of {{subject}} back as they were laid down',
    makeVersion: 'Lay down a version of {{subject}}',
    putClause: 'Change clause {{subject}}',
    resetClause: 'Take own words of the clause {{subject}} back',
    putTemplate: 'Change contract template {{subject}}',
    resetTemplate: 'Take the contract template {{subject}} back',
    markDone: 'Obligation of {{subject}} is kept',
    markOpen: 'Obligation of {{subject}} is open again',
    addObligation: 'Add an obligation of {{subject}}',
    removeObligation: 'Remove an obligation of {{subject}}',
    waive: 'Waive an obligation of {{subject}}',
    putGuard: 'Change contract guards {{subject}}',
    resetGuard: 'Take own contract guards back {{subject}}',
  },
} as const
