/** 各种拒绝的中文说法。 */

import { type ErrorWords, fileName } from '../error-words'
import { guardWords } from './guard-words'
import { syncErrors } from './sync-errors'

const UNREADABLE = {
  notFound: '文件已不在原处',
  notAllowed: '当前账户没有读取权限',
  inUse: '文件被其他程序占用，请先在那里关闭',
  changed: '预览之后文件有变动',
  empty: '文件是空的',
  truncated: '内容不完整，可能没下载完',
  encrypted: '文件有密码保护',
  tooLarge: '文件过大，不像平台导出的表',
  notText: '既不是 CSV，也不是 Excel',
  damaged: '文件内容已损坏',
  noSheet: '工作簿里没有带数据的工作表',
} as const

const CANNOT_SIGN = {
  notNewest: '已有更新的版本',
  textChanged: '文本与校验值不一致',
  textGone: '文本已随当事人的资料删除',
  signedAlready: '这一方已经签过',
  badDrawing: '手写签名没有完整保存',
} as const

const BAD_PAPER = {
  empty: '文件是空的',
  tooLarge: '超过 64 MB',
  notPaper: '不是 PDF，也不是 JPEG 或 PNG 图片',
  noEnd: '文件不完整，下载或扫描中断了',
  noTable: 'PDF 已损坏，找不到目录',
  otherVersion: '这是其他版本或其他合同的 PDF',
} as const

export const errors: ErrorWords = {
  ...syncErrors,
  'input.invalid': ({ path, reason }) => ({
    what: `“${path}”不符合要求：${reason}。`,
    next: '没有任何改动。改好后再试。',
  }),
  'workspace.notOpen': () => ({ what: '还没有打开工作区。', next: '打开一个，或新建一个。' }),
  'workspace.notFound': ({ file }) => ({
    what: `${file} 处找不到 ${fileName(file)}。`,
    next: '可能被移动、改名，或所在磁盘没有连接。请重新选择它的位置。',
  }),
  'workspace.exists': ({ file }) => ({
    what: `${fileName(file)} 已存在。`,
    next: '没有覆盖任何文件。换个名字，或直接打开它。',
  }),
  'workspace.damaged': ({ file }) => ({
    what: `${fileName(file)} 已损坏，或不是工作区文件。`,
    next: '原文件没有动过。可从下面的备份恢复，损坏的文件会留在旁边。',
  }),
  'workspace.locked': ({ file, holder }) => ({
    what: `${fileName(file)} 正被 ${holder} 使用。`,
    next: '同一时间只能有一个程序打开它。请先在那边关闭，再重试。',
  }),
  'workspace.fromFuture': ({ file, version, supported }, { count }) => ({
    what: `${fileName(file)} 由更新版本的 Starboard 创建（格式 ${count(version)}，本版本最高支持 ${count(supported)}）。`,
    next: '文件没有改动。请在这台电脑上安装新版本后再打开。',
  }),
  'workspace.inReplicatedFolder': ({ file, service }) => ({
    what: `${fileName(file)} 位于 ${service} 的同步文件夹中。`,
    next: `${service} 会在写入过程中复制文件，可能损坏数据。请换一个只在本机的位置；确有把握再在此打开。`,
  }),
  'workspace.diskFull': ({ file, neededBytes }, { size }) => ({
    what: `${fileName(file)} 所在磁盘空间不足${neededBytes === null ? '' : `，还需要 ${size(neededBytes)}`}。`,
    next: '最后一步没有保存，之前的都在。腾出空间后重试。',
  }),
  'workspace.notWritable': ({ file }) => ({
    what: `无法写入 ${file}。`,
    next: '检查文件夹是否只读、是否有写入权限，或换一个位置。',
  }),
  'workspace.gone': () => ({
    what: '工作区进程在响应时中断了。',
    next: '它会自动重启，已保存的内容不会丢。请重做最后一步。',
  }),
  'record.notFound': ({ entity, id }) => ({
    what: `记录 ${entity} ${id} 已不存在。`,
    next: '可能已被删除，可在“操作记录”里查看。',
  }),
  'record.unknownEntity': ({ entity }) => ({ what: `工作区里没有“${entity}”这类记录。`, next: '请检查拼写。' }),
  'record.invalid': ({ field, reason }) => ({
    what: `“${field}”不符合要求：${reason}。`,
    next: '没有任何改动。改好后再保存。',
  }),
  'record.inUse': ({ by }) => ({ what: `不能删除：还有 ${by} 属于它。`, next: '可以改为归档，数据都会保留。' }),
  'edits.tooMany': ({ cells, most }, format) => ({
    what: `共 ${format.count(cells)} 个单元格，超过一步能改的上限（${format.count(most)}）。`,
    next: '没有任何改动。请分几次操作，或直接导入文件而不是粘贴。',
  }),
  'shop.notFound': ({ shop }) => ({ what: `没有店铺“${shop}”。`, next: '换一家店铺，或在“店铺与客户”里添加。' }),
  'shop.ambiguous': ({ shop }) => ({ what: `有多家店铺叫“${shop}”。`, next: '请指明是哪一家。' }),
  'import.unreadable': ({ file, reason }) => ({
    what: `${fileName(file)} 无法读取：${UNREADABLE[reason]}。`,
    next: '没有导入任何内容。请重新下载后再拖进来。',
  }),
  'import.unknownKind': ({ file, headers }) => ({
    what: `${fileName(file)} 不是可导入的报表，它的前几列是：${headers.slice(0, 4).join('、')}。`,
    next: '没有导入任何内容。联盟订单请从“联盟中心 → 订单 → 导出”下载。',
  }),
  'import.missingColumns': ({ file, columns }) => ({
    what: `${fileName(file)} 缺少列：${columns.join('、')}。`,
    next: '没有导入任何内容。导出时请勾选全部列。',
  }),
  'import.nothingReadable': ({ file, rejected }, { count }) => ({
    what: `${fileName(file)} 没有一行能读取，${count(rejected)} 行被拒绝。`,
    next: '没有导入任何内容。被拒绝的每一行都注明了原因。',
  }),
  'import.doesNotAddUp': ({ file, lines, failed, shifted }, { count }) => ({
    what: shifted
      ? `${fileName(file)} 的列错位了：${count(lines)} 行里有 ${count(failed)} 行的金额和表头差了一列。`
      : `${fileName(file)} 对不上账：${count(lines)} 行里有 ${count(failed)} 行的结算金额不等于收入＋费用＋调整。`,
    next: '没有导入任何内容。请重新导出，导入前不要用表格软件打开保存。',
  }),
  'import.busy': () => ({ what: '另一个导入正在进行。', next: '等它完成，或先取消它。' }),
  'import.cancelled': () => ({ what: '导入已取消。', next: '一切恢复到导入之前。' }),
  'import.notFound': () => ({ what: '这次导入已不存在。', next: '请查看导入列表。' }),
  'contract.guard': ({ reason, canOverride, title, until }) => ({
    what: guardWords(reason, title, until),
    next: canOverride ? '没有执行。请先完成签约，或写明理由继续（理由会留存）。' : '没有执行。请先更正合同或金额。',
  }),
  'claim.held': ({ owner, until, lastContact, elsewhere }, { instant }) => ({
    what: `${owner}${elsewhere ? '（其他工作区）' : ''}正在跟进，占用到 ${instant(until)}${lastContact === null ? '' : `，上次联系 ${instant(lastContact)}`}。`,
    next: '没有记录。请先与对方沟通，或写明理由继续：达人随后归你跟进。',
  }),
  'role.hidden': ({ field }) => ({
    what: `当前角色看不到“${field}”，因此不能修改。`,
    next: '没有做任何更改。请负责人修改，或让负责人调整角色。',
  }),
  'role.notAllowed': () => ({ what: '只有负责人可以分配角色。', next: '没有做任何更改。请联系工作区负责人。' }),
  'undo.nothing': () => ({ what: '没有可撤销的操作。', next: '可在“操作记录”里查看做过什么。' }),
  'undo.changedSince': ({ field }) => ({
    what: `“${field}”在那一步之后又被改过。`,
    next: '撤销会覆盖后来的改动，因此没有执行。请手动修改，或先撤销后面的那一步。',
  }),
  'backup.notFound': ({ file }) => ({ what: `备份 ${fileName(file)} 已不存在。`, next: '请选择其他备份。' }),
  'contract.fixed': ({ title, state }) =>
    state === 'sent'
      ? { what: `合同“${title}”已发出待签，条款不能直接改。`, next: '没有任何改动。请先退回草稿，改好后再发新版本。' }
      : {
          what: `合同“${title}”已签署，条款不能再改，也不能删除。`,
          next: '没有任何改动。请另签一份补充合同；签错了就先退回再出新版本。',
        },
  'contract.cannotSign': ({ reason }) => ({
    what: `这个版本不能使用：${CANNOT_SIGN[reason]}。`,
    next: '没有写入任何内容。版本列表会显示哪个版本可以签、由谁签。',
  }),
  'contract.badPaper': ({ file, reason }) => ({
    what: `${fileName(file)} 不能作为签署件导入：${BAD_PAPER[reason]}。`,
    next: '没有导入任何内容。请重新获取文件，或选择其他文件。',
  }),
  'export.notWritable': ({ file }) => ({
    what: `无法写入 ${fileName(file)}。`,
    next: '如果它正在 Excel 中打开，请先关闭；或换个文件名。',
  }),
  internal: ({ incident }) => ({
    what: `出现了不该发生的错误（编号 ${incident}）。`,
    next: '这一步没有保存任何内容。若再次发生，请在“设置”里复制诊断信息。',
  }),
}
