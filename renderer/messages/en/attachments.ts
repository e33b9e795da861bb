/** Files attached to a record. */
export const attachments = {
  title: 'Attachments',
  none: 'No file is attached.',
  add: 'Attach a file…',
  addTitle: 'Attach files',
  added: '{{file}} attached',
  save: 'Save a copy…',
  saveOf: 'Save a copy of {{file}}…',
  saved: 'Saved as {{file}}',
  removeOf: 'Remove {{file}}',
  removed: '{{file}} removed',
  by: '{{person}}, {{at}}',
  elsewhere: 'still at a colleague’s computer',
  wanted: 'asked for; comes with the next exchange',
  ask: 'Ask for {{file}}',
  asked: '{{file}} was asked for and comes with the next exchange',
} as const
