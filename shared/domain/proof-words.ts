/** The words of a proof pack in both languages, beside each other: who receives it may read only one of them. */

import type { Denial, FileStanding, ProofKind, ProofLine, Seal } from './proof'
import type { SampleState } from './samples'

/** Chinese first, English beneath. */
export type Both = readonly [zh: string, en: string]

export const PACK = {
  title: ['寄样签收证明', 'Proof of a delivered sample'],
  claim: ['对方说法', 'What is said'],
  sample: ['样品', 'The sample'],
  timeline: ['经过', 'What happened, in order of time'],
  proofs: ['证据文件', 'Files'],
  seal: ['封印', 'Seal'],
  shop: ['店铺', 'Shop'],
  creator: ['达人', 'Creator'],
  product: ['商品', 'Product'],
  pieces: ['件数', 'Pieces'],
  order: ['订单号', 'Order'],
  application: ['申请编号', 'Application'],
  by: ['记录人', 'written by'],
  none: ['没有证据文件。', 'No files are attached.'],
  size: ['字节', 'bytes'],
  zone: ['时间为店铺所在时区', 'Times are of the shop’s clock'],
  made: ['制作时间', 'Made'],
  how: [
    '每个文件的 SHA-256 都列在上面，用任何 SHA-256 工具都能核对。封印由全部记录与文件逐条推算，改动任何一处都会变。',
    'The SHA-256 of each file is above; any SHA-256 tool can check it. The seal is worked out over all lines and files in their order: whatever is changed changes it.',
  ],
  limit: [
    '封印证明这份材料制作之后没有被改动，不能证明照片拍摄的时间。',
    'The seal proves that nothing was changed since this was made. It does not prove when a picture was taken.',
  ],
} as const satisfies Readonly<Record<string, Both>>

export const DENIAL_WORDS: Readonly<Record<Denial, Both>> = {
  neverReceived: ['达人表示没有收到样品。', 'The creator says that the sample never arrived.'],
  neverPromised: ['达人表示没有答应发布内容。', 'The creator says that no content was promised.'],
  deletedVideo: ['内容发布后被删除。', 'The content was deleted after it was posted.'],
  wrongProduct: ['达人表示收到的商品不对。', 'The creator says that the wrong product arrived.'],
}

export const PROOF_KIND_WORDS: Readonly<Record<ProofKind, Both>> = {
  parcel: ['包裹照片', 'Photo of the parcel'],
  delivery: ['签收凭证', 'Proof of delivery'],
  unboxing: ['开箱视频', 'Unboxing clip'],
  chat: ['聊天截图', 'Screenshot of a chat'],
  other: ['其他', 'Other'],
}

export const STANDING_WORDS: Readonly<Record<FileStanding, Both>> = {
  whole: ['未改动', 'unchanged'],
  changed: ['内容已被改动', 'CHANGED since it was attached'],
  missing: ['文件缺失', 'MISSING'],
  elsewhere: ['在同事电脑上', 'at a colleague’s computer'],
}

export const SEAL_WORDS: Readonly<Record<Seal, Both>> = {
  whole: ['封印完好', 'The seal is whole'],
  broken: ['封印已破坏：有文件与添加时不一致', 'The seal is BROKEN: a file is not what it was when it was attached'],
  incomplete: ['有文件还在同事电脑上', 'Some files are still at a colleague’s computer'],
}

export const STEP_WORDS: Readonly<Record<SampleState, Both>> = {
  requested: ['已申请', 'Requested'],
  approved: ['已批准', 'Approved'],
  packed: ['已打包', 'Packed'],
  shipped: ['已寄出', 'Shipped'],
  delivered: ['已签收', 'Delivered'],
  contentDue: ['等待发布', 'Content due'],
  posted: ['已发布', 'Posted'],
  verified: ['已核实', 'Verified'],
  closed: ['已结束', 'Closed'],
  declined: ['已拒绝', 'Declined'],
  cancelled: ['已取消', 'Cancelled'],
  lost: ['丢件', 'Lost'],
  refused: ['拒收', 'Refused'],
  returned: ['已退回', 'Returned'],
  noPost: ['未发布', 'Not posted'],
  refundable: ['由达人承担', 'Borne by the creator'],
}

/** A line of the timeline in both languages. */
export function lineWords({ what }: ProofLine): Both {
  switch (what.kind) {
    case 'step': {
      const [zh, en] = Object.hasOwn(STEP_WORDS, what.to) ? STEP_WORDS[what.to as SampleState] : [what.to, what.to]
      const why = what.reason === null ? '' : `: ${what.reason}`
      return [zh + why.replace(': ', '：'), en + why]
    }
    case 'parcel': {
      const parcel = [what.carrier, what.tracking].filter(Boolean).join(' ')
      return [`包裹 ${parcel}`, `Parcel ${parcel}`]
    }
    case 'scan':
      return [`物流 ${what.tracking}：${what.text}`, `Carrier, ${what.tracking}: ${what.text}`]
    case 'nudge':
      return [`催促：${what.text ?? ''}`, `Reminder: ${what.text ?? ''}`]
    case 'excuse':
      return [`达人回复：${what.text ?? ''}`, `Answer of the creator: ${what.text ?? ''}`]
    case 'promise': {
      const until = what.promisedDay ?? ''
      return [`达人承诺 ${until}：${what.text ?? ''}`, `Promised for ${until}: ${what.text ?? ''}`]
    }
    case 'post':
      return [
        `发布内容：${what.title ?? ''} ${what.url ?? ''}`.trim(),
        `Content: ${what.title ?? ''} ${what.url ?? ''}`.trim(),
      ]
    case 'file':
      return [`添加文件 ${what.name}`, `File attached: ${what.name}`]
  }
}
