/** The script that is being checked, kept while one looks at rules, templates or another screen. */

import { createStore } from '../../session/store'

export const script = createStore('')
