/** The English wording of every refusal, and its exit code. Each says which file, row or field, and what to do. */

import type { AppErrorCode, AppErrorParams } from '../../shared/errors'
import type { RejectCode, WarningCode } from '../../shared/domain/imports'
import { size } from './figures'
import { SYNC_WORDING } from './sync-messages'
import { EXIT, type ExitCode, type Wording } from './wording'

const CANNOT_SIGN = {
  notNewest: 'there is a newer version; sign that one',
  textChanged: 'the text of this version does not match its hash; make a new version',
  textGone: 'the text of this version was erased; make a new version',
  signedAlready: 'this side has signed the version already',
  badDrawing: 'the drawn signature is no whole PNG of up to 512 kB',
} as const

const BAD_PAPER = {
  empty: 'it is empty',
  tooLarge: 'it is larger than 64 MB',
  notPaper: 'it is neither a PDF nor a JPEG or PNG picture',
  noEnd: 'it ends in the middle; fetch it again',
  noTable: 'it is a damaged PDF; fetch it again',
  otherVersion: 'it is a PDF of another version or another contract',
} as const

const UNREADABLE: Readonly<Record<AppErrorParams<'import.unreadable'>['reason'], string>> = {
  notFound: 'there is no such file; check the path',
  notAllowed: 'it may not be read; check its permissions',
  inUse: 'another program holds it; close it there and try again',
  changed: 'it changed while it was looked at; try again when it is complete',
  empty: 'it is empty; export it again from the platform',
  truncated: 'it ends in the middle; download it again, completely',
  encrypted: 'it is protected by a password; save it without one and import that file',
  tooLarge: 'it is larger than a file of the platform can be; export a shorter period',
  notText: 'it is neither CSV nor XLSX; export it again from the platform',
  damaged: 'it is damaged; download it again',
  noSheet: 'the workbook holds no sheet with orders; export it again from the platform',
}

const WORDING: Wording = {
  ...SYNC_WORDING,
  'input.invalid': [EXIT.usage, ({ path, reason }) => `${path === '' ? 'the input' : path}: ${reason}`],
  'workspace.notOpen': [EXIT.usage, () => 'no workspace is named; add --workspace FILE or set STARBOARD_WORKSPACE'],
  'workspace.notFound': [
    EXIT.refused,
    ({ file }) => `there is no workspace at ${file}; check the path, or make one: starboard workspace create ${file}`,
  ],
  'workspace.exists': [EXIT.refused, ({ file }) => `${file} exists already and was left as it is; choose another name`],
  'workspace.damaged': [
    EXIT.damaged,
    ({ file, detail }) =>
      `${file} is damaged or no workspace (${detail}); list its backups with "workspace backups" and put one in place with "workspace restore"`,
  ],
  'workspace.locked': [
    EXIT.locked,
    ({ file, holder }) =>
      `${file} is in use by ${holder === '' ? 'another process' : holder}; close it there and try again`,
  ],
  'workspace.fromFuture': [
    EXIT.newer,
    ({ file, version, supported }) =>
      `${file} was made by a newer version of Starboard (format ${version}, this one knows ${supported}); update Starboard`,
  ],
  'workspace.inReplicatedFolder': [
    EXIT.refused,
    ({ file, service }) =>
      `${file} lies in a folder that ${service} copies, which can damage it; move it elsewhere, or add --allow-replicated`,
  ],
  'workspace.diskFull': [
    EXIT.failed,
    ({ file, neededBytes }) =>
      `the disk of ${file} is full; nothing was changed. Make room${neededBytes === null ? '' : ` (${size(neededBytes)})`} and try again`,
  ],
  'workspace.notWritable': [
    EXIT.failed,
    ({ file }) => `${file} cannot be written; check the permissions of the file and its folder`,
  ],
  'workspace.gone': [
    EXIT.failed,
    () =>
      'the workspace process ended before it answered; run the command again, and "workspace verify" if it happens twice',
  ],
  'record.notFound': [
    EXIT.refused,
    ({ entity, id }) => `there is no record ${id} among ${entity}; see "records list ${entity}"`,
  ],
  'record.unknownEntity': [
    EXIT.refused,
    ({ entity }) => `there are no records called "${entity}"; see "records entities"`,
  ],
  'record.invalid': [
    EXIT.refused,
    ({ entity, field, reason }) =>
      `${entity}.${field}: ${reason}; nothing was changed. Correct the value and try again`,
  ],
  'record.inUse': [
    EXIT.refused,
    ({ entity, id, by }) => `${id} of ${entity} is used by ${by} and was left; archive it or remove those first`,
  ],
  'shop.notFound': [EXIT.refused, ({ shop }) => `there is no shop "${shop}"; see "shops list"`],
  'shop.ambiguous': [
    EXIT.refused,
    ({ shop }) => `several shops are called "${shop}"; give the id from "shops list" instead`,
  ],
  'import.unreadable': [EXIT.refused, ({ file, reason }) => `${file}: ${UNREADABLE[reason]}`],
  'import.unknownKind': [
    EXIT.refused,
    ({ file, headers }) =>
      `${file}: not a known export; its first row is ${headers.length === 0 ? 'empty' : `"${headers.slice(0, 6).join(', ')}"`}. Export it from Affiliate orders and leave its header row as it is`,
  ],
  'import.missingColumns': [
    EXIT.refused,
    ({ file, kind, columns }) =>
      `${file}: as ${kind} it needs the columns ${columns.join(', ')}; export it again with all columns`,
  ],
  'import.nothingReadable': [
    EXIT.refused,
    ({ file, rejected, firstReason }) =>
      `${file}: none of its ${rejected} lines can be read (${firstReason}); check that it is the right file for this shop`,
  ],
  'import.doesNotAddUp': [
    EXIT.refused,
    ({ file, lines, failed, shifted }) =>
      shifted
        ? `${file}: its columns are shifted, amounts stand one column beside their headers in ${failed} of ${lines} lines; export it again`
        : `${file}: in ${failed} of ${lines} lines the settlement is not revenue + fees + adjustment; export it again`,
  ],
  'import.busy': [EXIT.failed, () => 'another import into this workspace is running; wait for it and try again'],
  'import.cancelled': [EXIT.failed, () => 'cancelled; nothing was changed by what was under way'],
  'import.notFound': [EXIT.refused, ({ id }) => `there is no imported file ${id}; see "imports list"`],
  'contract.guard': [
    EXIT.refused,
    ({ guard, reason, canOverride, title, until }) =>
      `the ${guard} guard says no (${reason}${title === null ? '' : `: "${title}"`}${until === null ? '' : ` until ${until}`}); nothing was done${canOverride ? '. Go on with a reason, which is kept' : ''}`,
  ],
  'claim.held': [
    EXIT.refused,
    ({ owner, until, lastContact }) =>
      `claimed by ${owner} until ${new Date(until).toISOString().slice(0, 10)}${lastContact === null ? '' : `, contacted on ${new Date(lastContact).toISOString().slice(0, 10)}`}; nothing was logged. Speak with them, or give --override REASON`,
  ],
  'edits.tooMany': [
    EXIT.refused,
    ({ cells, most }) => `${cells} cells are more than one step may change (${most}); nothing was changed`,
  ],
  'role.hidden': [
    EXIT.refused,
    ({ entity, field }) => `the role of the person here does not see ${entity}.${field}; an owner has to change it`,
  ],
  'role.notAllowed': [
    EXIT.refused,
    ({ role }) => `only an owner may say who has which role, and the person here is "${role}"; ask an owner`,
  ],
  'undo.nothing': [EXIT.refused, () => 'there is no step to take'],
  'undo.changedSince': [
    EXIT.refused,
    ({ label, entity, field }) =>
      `"${label}" cannot be taken back: ${entity}.${field} was changed after it; undo that first`,
  ],
  'backup.notFound': [EXIT.refused, ({ file }) => `there is no backup at ${file}; see "workspace backups"`],
  'contract.fixed': [
    EXIT.refused,
    ({ title, state }) =>
      `the contract "${title}" is ${state}: its terms stand and nothing was changed; take it back to draft and lay down a new version, or make an amendment`,
  ],
  'contract.cannotSign': [EXIT.refused, ({ reason }) => `${CANNOT_SIGN[reason]}; nothing was written`],
  'contract.badPaper': [EXIT.refused, ({ file, reason }) => `${file}: ${BAD_PAPER[reason]}; nothing was taken in`],
  'export.notWritable': [
    EXIT.failed,
    ({ file }) =>
      `${file} cannot be written; check that its folder exists, may be written, and that no program holds the file open`,
  ],
  internal: [EXIT.failed, ({ incident }) => `something went wrong that should not; report incident ${incident}`],
}

/** The sentence of a refusal. */
export function messageOf<C extends AppErrorCode>(code: C, params: AppErrorParams<C>): string {
  return WORDING[code][1](params)
}

export function exitCodeOf(code: AppErrorCode): ExitCode {
  return WORDING[code][0]
}

const REJECTS: Readonly<Record<RejectCode, string>> = {
  idMissing: 'an id is missing',
  idDamaged: 'the id was damaged by a spreadsheet program; export again and do not open the file before importing',
  creatorMissing: 'the creator is missing',
  quantityNotWhole: 'the quantity is not a whole number',
  amountUnreadable: 'the amount cannot be read',
  amountMissing: 'the amount is missing',
  rateUnreadable: 'the rate cannot be read',
  rateOutOfRange: 'the rate is outside what the platform allows',
  dateUnreadable: 'the date cannot be read',
  dateImpossible: 'the calendar has no such date',
  dateMissing: 'the date is missing',
  currencyUnknown: 'the currency is unknown',
  currencyOfAnotherShop: 'the currency is not that of the shop; is it the file of another shop?',
  statusUnknown: 'the order status is unknown',
  contentTypeUnknown: 'the content type is unknown',
  flagUnreadable: 'neither yes nor no',
  tooFewCells: 'the line has fewer cells than the header',
  tooManyCells: 'the line has more cells than the header',
  handleUnreadable: 'that is neither a handle nor a profile address',
  creatorRepeated: 'an earlier line says something else of the same creator',
  linkShort: 'a short link, which does not say the video number: use the address that a browser shows',
  rowsDisagree: 'another line of the same thing says something else',
  sumDiffers: 'the settlement is not revenue + fees + adjustment; correct the amount or export again',
}

/** Why a line was left out. */
export function rejectMessage(code: RejectCode): string {
  return REJECTS[code]
}

const WARNINGS: Readonly<Record<WarningCode, string>> = {
  unknownColumn: 'columns that are not known were left out',
  missingOptionalColumn: 'columns that are not there stay blank',
  repeatedLines: 'lines appear more than once in the file; the last of each holds',
  dateOrderAssumed: 'no date tells day from month; the order usual in the market was taken',
  olderThanKnown: 'lines are older than what is known and changed nothing',
  creatorNotInFile: 'the file does not name its creator',
  rateScaleAssumed: 'rates without a percent sign were read by their size',
  shopNameDiffers: 'the file names another shop',
  encodingAssumed: 'the text was not UTF-8; its encoding was taken from its bytes',
  unknownContentType: 'content types that are not known were kept as unknown',
  alreadyImported: 'the very same file was imported before',
  contentRowsAfterEnd: 'rows after the end of the table were left out',
  sumsNotChecked: 'the file lacks revenue or fees, so its settlements could not be checked',
  ordersOfAnotherShop: 'orders of this file are known in another shop',
}

/** What to know about a file, with what it is about. */
export function warningMessage(code: WarningCode, detail: string): string {
  return detail === '' ? WARNINGS[code] : `${WARNINGS[code]}: ${detail}`
}
