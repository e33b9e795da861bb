/** The words of contracts on paper, Chinese first, English beside it or beneath: who receives one may read only one of them. */

import type { ContractState } from '../../../shared/domain/contracts'
import type { Both } from '../../../shared/domain/proof-words'
import type { SigningMethod, SigningParty, VersionStanding } from '../../../shared/domain/signing'

export const PAPER = {
  number: ['合同编号', 'Contract no.'],
  version: ['版本', 'Version'],
  governs: ['中英文不一致时以中文为准。', 'Where the two languages differ, the Chinese text counts.'],
  governsEn: ['中英文不一致时以英文为准。', 'Where the two languages differ, the English text counts.'],
  signatures: ['签署', 'Signatures'],
  signature: ['签名', 'Signature'],
  name: ['姓名', 'Name'],
  date: ['日期', 'Date'],
  file: ['文件', 'File'],
  audit: ['签署记录', 'Audit page'],
  label: ['简易电子签名 – 证据等级 B', 'Simple electronic signature – evidence level B'],
  meaning: [
    '这表示：文本、签名文件与时间由校验值固定，事后任何改动都会被发现。它不核验签署人的身份，时间取自这台电脑的时钟，也不是经认证的电子签名。重要合同请律师审核。',
    'It means: text, signed files and times are fixed by hashes, and whatever is changed afterwards is found. It does not prove who the signer is, the time is that of the computer, and it is no certified signature. Have a lawyer check what matters.',
  ],
  versions: ['各版本的校验值（SHA-256）', 'Hashes of all versions (SHA-256)'],
  signers: ['签署人', 'Who signed'],
  events: ['经过', 'What happened, in order of time'],
  none: ['无', 'none'],
  printed: ['本文件所载版本', 'the version printed here'],
  device: ['设备', 'Device'],
  method: ['方式', 'Method'],
  witness: ['操作人', 'In front of the app'],
  how: ['如何核对', 'How to check'],
  howText: [
    '导出“证据包”并解压。contract-v*.json 是各版本的原文，signed/ 内是签署文件。在该文件夹运行下面的命令（任何 SHA-256 工具均可），结果须与本页校验值一致：',
    'Export the evidence pack and unpack it. contract-v*.json are the very texts of the versions, signed/ holds what was signed. Run these commands in its folder (any SHA-256 tool will do); the results must be the hashes of this page:',
  ],
  page: ['第 {page} / {pages} 页', 'page {page} of {pages}'],
} as const satisfies Readonly<Record<string, Both>>

export const PARTY_WORDS: Readonly<Record<SigningParty, Both>> = {
  agency: ['机构', 'Agency'],
  creator: ['达人', 'Creator'],
  shop: ['店铺', 'Shop'],
}

export const METHOD_WORDS: Readonly<Record<SigningMethod, Both>> = {
  screen: ['在本应用中签名', 'on the screen of this app'],
  scan: ['纸质签署，扫描或拍照导入', 'on paper, read in as a picture'],
  file: ['外部签署，导入 PDF', 'elsewhere, read in as a PDF'],
}

export const VERSION_WORDS: Readonly<Record<VersionStanding, Both>> = {
  whole: ['文本与校验值一致', 'the text has this hash'],
  changed: ['文本已被改动', 'THE TEXT WAS CHANGED'],
  gone: ['文本已按要求删除', 'the text was erased on request'],
}

export const STATE_WORDS: Readonly<Record<ContractState, Both>> = {
  draft: ['草稿', 'draft'],
  sent: ['已发出', 'sent out'],
  signed: ['已签署', 'signed'],
  completed: ['已完成', 'completed'],
  cancelled: ['已取消', 'cancelled'],
  terminated: ['已终止', 'terminated'],
  disputed: ['有争议', 'in dispute'],
}
