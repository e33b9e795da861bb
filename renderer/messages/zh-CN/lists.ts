import type { lists as en } from '../en/lists'
import type { Wording } from '../wording'

export const lists: Wording<typeof en> = {
  creators: {
    title: '达人',
    search: '搜索达人',
    empty: '还没有达人。首次导入订单后会出现在这里。',
    example: '联盟订单导出文件的每一行都带有达人。',
    import: '导入订单',
    fields: {
      handle: '达人账号',
      displayName: '昵称',
      market: '市场',
      remark: '备注',
      shops: '店铺数',
    },
    figures: '查看投产',
    saved: '已保存 {{handle}}',
  },
  products: {
    title: '商品',
    search: '搜索商品',
    empty: '还没有商品。首次导入订单后会出现在这里。',
    example: '联盟订单导出文件的每一行都带有商品。',
    import: '导入订单',
    fields: { productId: '商品 ID', name: '名称', shop: '店铺', unitCost: '单件成本', note: '备注' },
    figures: '查看投产',
    setCost: '录入成本',
    saved: '已保存 {{name}}',
  },
  history: {
    title: '操作记录',
    empty: '还没有改动。每一步都会记在这里，并且可以撤销。',
    example: 'Ctrl Z 撤销上一步，重启后也有效。',
    undo: '撤销：{{step}}',
    redo: '重做：{{step}}',
    nothingToUndo: '没有可撤销的',
    fields: {
      at: '时间',
      author: '操作人',
      step: '操作',
      changes: '改动数',
      state: '状态',
      field: '字段',
      before: '之前',
      after: '之后',
    },
    states: { done: '已执行', undone: '已撤销', undo: '撤销', redo: '重做' },
    kinds: { created: '新建', changed: '修改', removed: '删除', restored: '恢复' },
    ofRecord: '{{name}} 的操作记录',
    noneOfRecord: '没有改动记录：由导入带来。',
  },
}
