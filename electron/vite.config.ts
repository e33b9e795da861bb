/**
 * How main, workspace, preload and renderer are built. Only better-sqlite3 stays outside the bundles, because it is a
 * binary; so it is the one entry of `dependencies`, and everything else is a `devDependency`.
 */

import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
// The code also runs on Electron 33 (Chromium 130, Node 20.18), which stands in where Electron's releases are out of reach.
const NODE = 'node20.18'
const CHROME = 'chrome130'

export default defineConfig({
  main: {
    build: {
      target: NODE,
      outDir: resolve(root, 'out/main'),
      rollupOptions: {
        input: {
          index: resolve(root, 'electron/main/index.ts'),
          workspace: resolve(root, 'electron/workspace/entry.ts'),
        },
      },
      externalizeDeps: true,
    },
  },
  preload: {
    build: {
      target: NODE,
      outDir: resolve(root, 'out/preload'),
      rollupOptions: {
        input: { index: resolve(root, 'electron/preload/index.ts') },
        // A sandboxed preload is loaded with `require`, and the package is of type module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react()],
    build: {
      target: CHROME,
      outDir: resolve(root, 'out/renderer'),
      // electron-vite leaves the renderer unminified unless told.
      minify: true,
      rollupOptions: { input: { index: resolve(root, 'renderer/index.html') } },
    },
  },
})
