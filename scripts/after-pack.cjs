// Called by electron-builder. A local Electron is copied as it is; what belongs to its development use goes out again.
const fs = require('node:fs')
const path = require('node:path')

exports.default = ({ appOutDir }) => {
  for (const file of ['.complete', 'resources/default_app.asar']) fs.rmSync(path.join(appOutDir, file), { force: true })
}
