/** 与同事交换时的拒绝说明。 */

import { type ErrorWords, fileName } from '../error-words'
import { words } from './words'

const UNREADABLE = {
  notFound: '文件已不在原处',
  notAllowed: '没有读取权限',
  notAPackage: '它不是 Starboard 的变更包',
  incomplete: '还没有完整传到',
  damaged: '内容已损坏',
  tooLarge: '解开后超过了变更包允许的大小',
  malformed: '格式不符合变更包的要求',
} as const

const FOLDER = {
  missing: '找不到它',
  empty: '它是空的，或内容还没有到',
  notAllowed: '没有读取权限',
  readOnly: '不能写入',
  full: '所在磁盘已满',
  otherTeam: '它属于另一个工作区',
  newer: '它由更新版本的 Starboard 建立',
  notAFolder: '它不是文件夹',
} as const

const ATTACHMENT = {
  notFound: '文件已不在原处',
  notAllowed: '没有读取权限',
  changed: '读取时文件被改动',
  tooLarge: '超过 2 GB，最多只能保存 2 GB 的文件',
  notAFile: '它不是文件',
  notAVideo: '它不是视频',
  damaged: '保存的内容已损坏',
} as const

const LOOKS_LIKE = {
  empty: '，是空文件',
  image: '，内容是图片',
  audio: '，内容只有声音',
  document: '，内容是文档',
  archive: '，内容是压缩包',
  text: '，内容是文本',
  unknown: '，与文件名无关',
} as const

type SyncErrorWords = Pick<
  ErrorWords,
  Extract<
    keyof ErrorWords,
    `sync.${string}` | `attachment.${string}` | `clock.${string}` | 'record.onHold' | 'record.illegalStep'
  >
>

export const syncErrors: SyncErrorWords = {
  'sync.unreadable': ({ file, reason }) => ({
    what: `${fileName(file)} 无法使用：${UNREADABLE[reason]}。`,
    next: '没有采用其中任何内容，文件原样保留。请让同事重新发送。',
  }),
  'sync.passphraseNeeded': ({ file }) => ({
    what: `${fileName(file)} 已加密。`,
    next: '请输入团队口令，可以向同事询问。',
  }),
  'sync.wrongPassphrase': ({ file }) => ({
    what: `口令打不开 ${fileName(file)}。`,
    next: '没有任何改动。请检查大小写和空格，或询问发送的同事。',
  }),
  'sync.otherWorkspace': ({ file, name }) => ({
    what: `${fileName(file)} 属于另一个工作区${name === '' ? '' : `“${name}”`}。`,
    next: '没有任何改动。请先打开那个工作区，或用这个文件加入它。',
  }),
  'sync.fromFuture': ({ file }) => ({
    what: `${fileName(file)} 由更新版本的 Starboard 生成。`,
    next: '文件原样保留。请先更新本机的 Starboard，再打开它。',
  }),
  'sync.twoHistories': ({ file, person }) => ({
    what: `有两台电脑把${person === '' ? '同一位同事' : person}的工作区副本当作同一份继续使用，${fileName(file)} 来自第二台。`,
    next: '其中的改动没有采用，文件保留。请在那台电脑上用本版本打开一次副本，让它有自己的编号，然后重新发送。',
  }),
  'sync.folderUnavailable': ({ folder, reason }) => ({
    what: `共享文件夹 ${folder} 现在不能用：${FOLDER[reason]}。`,
    next: '两边都没有任何改动。工作照常进行，文件夹恢复后会自动发出。',
  }),
  'sync.badCode': () => ({ what: '请求码不完整。', next: '请从聊天里完整复制，从第一个字符到最后一个字符。' }),
  'sync.nothingToSend': () => ({ what: '对方已经有全部内容。', next: '没有需要发送的。' }),
  'sync.cancelled': () => ({ what: '已取消。', next: '进行中的操作没有留下任何改动。' }),
  'sync.stale': ({ field }) => ({ what: `“${field}”现在已是别的值。`, next: '没有作出决定，请重新查看各个值。' }),
  'sync.undecided': ({ field }) => ({
    what: `两位同事给“${field}”填了不同的值。`,
    next: '请先选择其一，没有任何改动。',
  }),
  'record.onHold': () => ({
    what: '这条记录已暂停：两位同事的操作互相矛盾。',
    next: '请在“待处理”里决定以哪一个为准。',
  }),
  'record.illegalStep': ({ entity, from, to }) => ({
    what: `“${stateIn(entity, from)}”之后不能是“${stateIn(entity, to)}”。`,
    next:
      entity === 'samples' && to === 'lost' && (from === 'delivered' || from === 'contentDue')
        ? '没有任何改动。如果其实没有送到，请先退回“已寄出”，再报丢件。'
        : entity === 'reviews' && from === 'published'
          ? '没有任何改动。请先撤回“已发布”。'
          : '没有任何改动。可能有同事已先处理。',
  }),
  'clock.impossible': ({ date }) => ({
    what: `这台电脑的日期是 ${date}。`,
    next: '没有保存。请先校准日期，每一步都会带着它发给同事。',
  }),
  'attachment.elsewhere': ({ name }) => ({ what: `“${name}”还在同事的电脑上。`, next: '已请求，下次交换时会送到。' }),
  'attachment.unreadable': ({ file, reason, looksLike }) => ({
    what: `无法附上或打开 ${fileName(file)}：${ATTACHMENT[reason]}${looksLike ? LOOKS_LIKE[looksLike] : ''}。`,
    next: '没有任何改动。',
  }),
}

/** A state as people read it, by the kind of record that has it. */
const STATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  samples: words.sampleState,
  reviews: words.reviewState,
  costLines: words.payment,
}

function stateIn(entity: string, state: string): string {
  return STATES[entity]?.[state] ?? state
}
