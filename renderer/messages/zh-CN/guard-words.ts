/** 合同守则为什么拦下来。 */

const WORDS: Readonly<Record<string, string>> = {
  unsigned: '没有已签署的合同覆盖这件事',
  onHold: '同事对这份合同的操作互相矛盾，正在待办中等人决定',
  largerThanContract: '超过了整份合同的金额',
  otherCurrency: '合同用的是另一种货币',
  notComparable: '价值与限额币种不同，且没有可用汇率',
  exclusiveElsewhere: '与其他客户签的合同在此期间有排他约定',
  overlaps: '同一达人、同一店铺在此期间已有另一份合同',
}

export function guardWords(reason: string, title: string | null, until: string | null): string {
  const paper = [title === null ? '' : `“${title}”`, until === null ? '' : `至 ${until}`].filter((part) => part !== '')
  return `${WORDS[reason] ?? '合同守则不允许'}${paper.length === 0 ? '' : `（${paper.join('，')}）`}。`
}
