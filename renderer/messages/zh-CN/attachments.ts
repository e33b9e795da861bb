import type { attachments as en } from '../en/attachments'
import type { Wording } from '../wording'

export const attachments: Wording<typeof en> = {
  title: '附件',
  none: '没有附件。',
  add: '添加附件…',
  addTitle: '添加附件',
  added: '已添加 {{file}}',
  save: '另存一份…',
  saveOf: '把 {{file}} 另存一份…',
  saved: '已保存为 {{file}}',
  removeOf: '移除 {{file}}',
  removed: '已移除 {{file}}',
  by: '{{person}}，{{at}}',
  elsewhere: '还在同事的电脑上',
  wanted: '已索取，下次交换时送到',
  ask: '索取 {{file}}',
  asked: '已索取 {{file}}，下次交换时送到',
}
