/** Labels of the steps that change which files count. */

export const IMPORT_STEP = 'imports.run'
export const RETRACT_STEP = 'imports.undo'
export const RESTORE_STEP = 'imports.redo'
