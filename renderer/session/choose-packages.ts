/** Choosing change packages in the system's dialog; they are looked at one after the other. */

import { desktop } from '../api'
import { lookAt, PACKAGE_EXTENSION } from './exchange'

export async function choosePackages(title: string, kind: string): Promise<void> {
  lookAt(await desktop.chooseFiles({ title, filters: [{ name: kind, extensions: [PACKAGE_EXTENSION] }], many: true }))
}
