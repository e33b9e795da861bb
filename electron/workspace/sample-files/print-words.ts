/** The words of pick lists and labels, in the two languages that a warehouse reads. */

export type PrintLanguage = 'en' | 'zh-CN'

interface PrintWords {
  readonly title: string
  readonly allShops: string
  readonly columns: Readonly<Record<'sku' | 'product' | 'pieces' | 'onHand' | 'floor' | 'done', string>>
  readonly total: (pieces: number, samples: number) => string
  readonly packed: (pieces: number) => string
  readonly pieces: (pieces: number) => string
  readonly noAddress: string
  readonly hiddenAddress: string
  /** Letters that the document's font has not. */
  readonly gaps: string
  readonly order: string
  readonly application: string
  readonly nothing: string
}

export const PRINT_WORDS: Readonly<Record<PrintLanguage, PrintWords>> = {
  en: {
    title: 'Pick list',
    allShops: 'All shops',
    columns: { sku: 'SKU', product: 'Product', pieces: 'To pick', onHand: 'On hand', floor: 'Floor', done: 'Done' },
    total: (pieces, samples) => `${pieces} pieces for ${samples} samples`,
    packed: (pieces) => `${pieces} packed already`,
    pieces: (pieces) => `${pieces} pcs`,
    noAddress: 'No address is known',
    hiddenAddress: 'The address is hidden from this role',
    gaps: 'The address is in letters that cannot be printed here: copy it from the list',
    order: 'Order',
    application: 'Application',
    nothing: 'Nothing to pack.',
  },
  'zh-CN': {
    title: '拣货单',
    allShops: '全部店铺',
    columns: { sku: 'SKU', product: '商品', pieces: '拣货', onHand: '库存', floor: '底线', done: '完成' },
    total: (pieces, samples) => `${samples} 份样品，共 ${pieces} 件`,
    packed: (pieces) => `其中 ${pieces} 件已打包`,
    pieces: (pieces) => `${pieces} 件`,
    noAddress: '没有地址',
    hiddenAddress: '当前角色看不到地址',
    gaps: '地址所用文字无法打印，请从列表中复制',
    order: '订单',
    application: '申请',
    nothing: '没有待打包的样品。',
  },
}
