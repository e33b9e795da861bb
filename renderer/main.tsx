/** Starts the window: rules for HTML first, then the line to the workspace, then the screens. */

import './trusted-types'

import { createRoot } from 'react-dom/client'

import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import 'dayjs/locale/zh-cn'

import { api, createQueryClient, followNotices } from './api'
import { App } from './app/App'
import { Providers } from './app/Providers'
import { startLanguage } from './messages/i18n'
import './ui/global.css'

startLanguage()
const answers = createQueryClient()
followNotices(api, answers)

const root = document.getElementById('root')
if (!root) {
  throw new Error('index.html has no #root')
}
createRoot(root).render(
  <Providers answers={answers}>
    <App />
  </Providers>,
)
