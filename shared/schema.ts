/** The schema library, set up once. Import `z` from here, never from the package. */

import { z } from 'zod'

// Zod compiles parsers with `new Function`; the window's Content-Security-Policy forbids that.
z.config({ jitless: true })

export { z }
