/** Packages that are made or looked at, over whatever section is open; and packages dropped anywhere on the window. */

import { SendDrawer } from '../features/sync/SendDrawer'
import { PackageDrawer } from '../features/sync/PackageDrawer'
import { isPackage, lookAt, packages, sending, stopSending } from '../session/exchange'
import { useStore } from '../session/store'
import { useDrop } from '../ui/use-drop'

export function Exchange() {
  const made = useStore(sending)
  const [file, ...more] = useStore(packages)
  useDrop(lookAt, isPackage)
  return (
    <>
      {file !== undefined && <PackageDrawer key={file} file={file} more={more.length} />}
      {made && <SendDrawer key={made.number} recipient={made.recipient} onClose={stopSending} />}
    </>
  )
}
