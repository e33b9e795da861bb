/** What this copy says of itself to colleagues. */

import packageText from '../../../package.json?raw'
import { wantedBlobs } from '../../../db/blobs'
import { importsLacking } from '../../../db/facts/exchange'
import type { OpenWorkspace } from '../../../db/open'
import type { ReplicaNews } from '../../../db/sync/types'
import type { WorkspaceContext } from '../context'
import { MAX_LACKS } from './wire'

/** This program's version, as people see it. */
export const { version: APP_VERSION } = JSON.parse(packageText) as { readonly version: string }

export function ownNews(context: Pick<WorkspaceContext, 'me' | 'host' | 'now'>, workspace: OpenWorkspace): ReplicaNews {
  const { exchange } = workspace
  const self = exchange.replicas().find(({ replica }) => replica === exchange.self)
  const vector = exchange.vector()
  return {
    replica: exchange.self,
    device: context.host.openOptions.device ?? null,
    parent: self?.parent ?? null,
    ...context.me.name(),
    appVersion: APP_VERSION,
    schema: workspace.schemaVersion,
    wall: context.now(),
    seq: vector.get(exchange.self) ?? 0,
    vector,
    lacks: [...importsLacking(workspace.reader), ...wantedBlobs(workspace).map(({ sha256 }) => sha256)].slice(
      0,
      MAX_LACKS,
    ),
  }
}

/** What is known of the others, so that people's names and acknowledgements travel on. */
export function othersNews({ exchange }: OpenWorkspace): ReplicaNews[] {
  return exchange.replicas().flatMap(({ self, news }) => (self || news === null ? [] : [news]))
}
