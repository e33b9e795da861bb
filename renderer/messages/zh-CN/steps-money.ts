import type { moneySteps as en } from '../en/steps-money'
import type { Wording } from '../wording'

export const moneySteps: Wording<typeof en> = {
  rates: {
    add: '添加汇率 {{subject}}',
    update: '修改汇率 {{subject}}',
    remove: '删除汇率 {{subject}}',
    put: '录入汇率 {{subject}}',
    paste: '粘贴 {{subject}} 条汇率',
    lock: '锁定 {{subject}} 的汇率',
    unlock: '解锁汇率 {{subject}}',
  },
  costs: {
    add: '添加成本 {{subject}}',
    update: '修改成本 {{subject}}',
    remove: '删除成本 {{subject}}',
    step: '付款：{{subject}}',
  },
  cash: {
    addItem: '新增收支：{{subject}}',
    updateItem: '修改收支：{{subject}}',
    removeItem: '删除收支：{{subject}}',
    putBalance: '登记余额：{{subject}}',
    removeBalance: '删除余额：{{subject}}',
    putRule: '设置结算规则：{{subject}}',
    removeRule: '删除结算规则：{{subject}}',
  },
  periods: { close: '{{subject}} 关账', step: '{{subject}} 账期状态变更', reopen: '{{subject}} 重新打开' },
  commission: { put: '设置佣金规则 {{subject}}', remove: '删除佣金规则 {{subject}}' },
  statements: {
    make: '生成对账单：{{subject}}',
    sent: '对账单 {{subject}} 标记为已发送',
    unsent: '撤回对账单 {{subject}} 的发送标记',
  },
  disputes: {
    open: '发起争议：{{subject}}',
    update: '修改争议：{{subject}}',
    remove: '删除争议：{{subject}}',
    say: '补充争议 {{subject}} 的往来',
    check: '开始核对争议：{{subject}}',
    uncheck: '不再核对争议：{{subject}}',
    settle: '了结争议：{{subject}}',
    reopen: '重新打开争议：{{subject}}',
  },
  settlement: { tag: '标注 {{subject}} 的差异原因', untag: '撤回对 {{subject}} 的标注' },
}
