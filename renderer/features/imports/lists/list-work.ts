/** The work on lists of creators, going on while another section is looked at. */

import type { ListResult } from '../../../../shared/contract/metrics'
import { api } from '../../../api'
import { createQueue } from '../queue'
import { importableLists, type ListAction, type ListItem, listOrder, lists, nextListPreview } from './list-intake'

export const {
  useItems: useLists,
  tell: tellLists,
  stop: stopList,
  forget: forgetLists,
  importAll: importLists,
} = createQueue<ListItem, ListAction, ListResult>({
  reduce: lists,
  nextPreview: nextListPreview,
  importable: importableLists,
  preview: (item, signal) => api.metrics.preview(listOrder(item), { signal }),
  run: (item, signal) => api.metrics.run(listOrder(item), { signal }),
})
