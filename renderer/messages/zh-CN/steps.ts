import type { steps as en } from '../en/steps'
import type { Wording } from '../wording'

export const steps: Wording<typeof en> = {
  other: '{{label}} {{subject}}',
  shops: { add: '添加店铺 {{subject}}', update: '修改店铺 {{subject}}', remove: '删除店铺 {{subject}}' },
  clients: { add: '添加客户 {{subject}}', update: '修改客户 {{subject}}', remove: '删除客户 {{subject}}' },
  rates: {
    add: '添加汇率 {{subject}}',
    update: '修改汇率 {{subject}}',
    remove: '删除汇率 {{subject}}',
    put: '录入汇率 {{subject}}',
    paste: '粘贴 {{subject}} 条汇率',
  },
  costs: {
    add: '添加成本 {{subject}}',
    update: '修改成本 {{subject}}',
    remove: '删除成本 {{subject}}',
    step: '付款：{{subject}}',
  },
  costLines: { add: '添加成本 {{subject}}', update: '修改成本 {{subject}}', remove: '删除成本 {{subject}}' },
  productCosts: {
    add: '添加商品成本 {{subject}}',
    update: '修改商品成本 {{subject}}',
    remove: '删除商品成本 {{subject}}',
  },
  creators: {
    add: '添加达人 {{subject}}',
    update: '修改达人 {{subject}}',
    remove: '删除达人 {{subject}}',
    merge: '合并到达人 {{subject}}',
    unmerge: '拆分达人 {{subject}}',
  },
  products: { add: '添加商品 {{subject}}', update: '修改商品 {{subject}}', remove: '删除商品 {{subject}}' },
  marketRules: {
    add: '添加市场规则 {{subject}}',
    update: '修改市场规则 {{subject}}',
    remove: '删除市场规则 {{subject}}',
  },
  markets: { setRule: '设定市场规则 {{subject}}', removeRule: '删除自定市场规则 {{subject}}' },
  edits: {
    cell: '编辑 {{subject}}',
    fill_other: '填充 {{subject}} 个单元格',
    paste_other: '粘贴 {{subject}} 行',
    bulk_other: '批量修改 {{subject}} 行',
    clear_other: '清空 {{subject}} 个单元格',
  },
  imports: { run: '导入 {{subject}}', undo: '撤回导入 {{subject}}', redo: '恢复导入 {{subject}}' },
  import: { run: '导入 {{subject}}' },
  attachments: { add: '添加附件 {{subject}}', remove: '移除附件 {{subject}}' },
  outreach: {
    sent: '联系 {{subject}}',
    replied: '{{subject}} 的回复',
    call: '与 {{subject}} 通话',
    meeting: '与 {{subject}} 会面',
    note: '备注 {{subject}}',
  },
  claims: { claim: '占用 {{subject}}', release: '释放 {{subject}}' },
  inbox: { decide: '决定 {{subject}}' },
  history: { restore: '恢复 {{subject}} 的旧值' },
  sync: { undoArrival: '撤销 {{subject}} 带来的变更' },
  views: {
    add: '保存视图 {{subject}}',
    update: '修改视图 {{subject}}',
    remove: '删除视图 {{subject}}',
    reorder: '调整视图顺序',
  },
  workspace: { create: '新建工作区 {{subject}}', rename: '重命名工作区 {{subject}}', fillDemo: '填充演示数据' },
}
