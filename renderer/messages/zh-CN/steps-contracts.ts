/** 合同的操作记录。 */
export const contractSteps = {
  contracts: {
    add: '新增合同 {{subject}}',
    update: '修改合同 {{subject}}',
    remove: '删除合同 {{subject}}',
    step: '合同：{{subject}}',
    restoreTerms: '恢复合同 {{subject}} 的条款',
    makeVersion: '生成合同版本 {{subject}}',
    putClause: '修改条款 {{subject}}',
    resetClause: '条款恢复原文 {{subject}}',
    putTemplate: '修改合同模板 {{subject}}',
    resetTemplate: '合同模板恢复原样 {{subject}}',
    markDone: '{{subject}} 的一项约定已履行',
    markOpen: '{{subject}} 的一项约定恢复为待办',
    addObligation: '为 {{subject}} 添加约定',
    removeObligation: '删除 {{subject}} 的一项约定',
    waive: '免除 {{subject}} 的一项约定',
    putGuard: '修改合同守则 {{subject}}',
    resetGuard: '合同守则恢复原样 {{subject}}',
  },
} as const
