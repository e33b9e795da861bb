/** What a step did with money: costs, rates, cash, and a month's settlement. */
export const moneySteps = {
  rates: {
    add: 'Add rate {{subject}}',
    update: 'Change rate {{subject}}',
    remove: 'Remove rate {{subject}}',
    put: 'Enter rate {{subject}}',
    paste: 'Paste {{subject}} rates',
    lock: 'Lock rates of {{subject}}',
    unlock: 'Unlock rate {{subject}}',
  },
  costs: {
    add: 'Add cost {{subject}}',
    update: 'Change cost {{subject}}',
    remove: 'Remove cost {{subject}}',
    step: 'Payment: {{subject}}',
  },
  cash: {
    addItem: 'Add foreseen money: {{subject}}',
    updateItem: 'Change foreseen money: {{subject}}',
    removeItem: 'Remove foreseen money: {{subject}}',
    putBalance: 'Balance of {{subject}}',
    removeBalance: 'Remove balance of {{subject}}',
    putRule: 'Settlement rule of {{subject}}',
    removeRule: 'Remove settlement rule of {{subject}}',
  },
  periods: {
    close: 'Month closed: {{subject}}',
    step: 'Month {{subject}} moved',
    reopen: 'Month {{subject}} opened again',
  },
  commission: { put: 'Set the commission rule {{subject}}', remove: 'Remove the commission rule {{subject}}' },
  statements: {
    make: 'Statements made: {{subject}}',
    sent: 'Statement {{subject}} marked as sent',
    unsent: 'Statement {{subject}} no longer marked as sent',
  },
  disputes: {
    open: 'Dispute opened: {{subject}}',
    update: 'Dispute edited: {{subject}}',
    remove: 'Dispute removed: {{subject}}',
    say: 'Word added to the dispute {{subject}}',
    check: 'Looking into the dispute {{subject}}',
    uncheck: 'No longer looking into the dispute {{subject}}',
    settle: 'Dispute ended: {{subject}}',
    reopen: 'Dispute opened again: {{subject}}',
  },
  settlement: {
    tag: 'Say why {{subject}} differs',
    untag: 'Take back what was said of {{subject}}',
  },
} as const
