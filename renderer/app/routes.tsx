/** The sections of the window, in the order of the work: one line per section that works. */

import {
  IconBroadcast,
  IconBuildingStore,
  IconCalendarCheck,
  IconChartBar,
  IconChecklist,
  IconCoins,
  IconFileCheck,
  IconFileImport,
  IconGift,
  IconHistory,
  IconLayoutKanban,
  type IconProps,
  IconMessages,
  IconMovie,
  IconPackage,
  IconPackageExport,
  IconReceipt,
  IconSettings,
  IconShieldCheck,
  IconScale,
  IconSpeakerphone,
  IconUsers,
  IconUsersGroup,
  IconVideo,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'

import { AuditScreen } from '../features/audit/AuditScreen'
import { LiveScreen } from '../features/live/LiveScreen'
import { CampaignsScreen } from '../features/campaigns/CampaignsScreen'
import { ContentScreen } from '../features/content/ContentScreen'
import { ComplianceScreen } from '../features/compliance/ComplianceScreen'
import { CostsScreen } from '../features/costs/CostsScreen'
import { CreatorsScreen } from '../features/creators/CreatorsScreen'
import { HistoryScreen } from '../features/history/HistoryScreen'
import { ImportsScreen } from '../features/imports/ImportsScreen'
import { OnboardingScreen } from '../features/onboarding/OnboardingScreen'
import { PipelineScreen } from '../features/pipeline/PipelineScreen'
import { PickScreen } from '../features/pick/PickScreen'
import { OutreachScreen } from '../features/outreach/OutreachScreen'
import { ProductsScreen } from '../features/products/ProductsScreen'
import { QuotesScreen } from '../features/quotes/QuotesScreen'
import { ReviewScreen } from '../features/reviews/ReviewScreen'
import { RoiScreen } from '../features/roi/RoiScreen'
import { SamplesScreen } from '../features/samples/SamplesScreen'
import { SettingsScreen } from '../features/settings/SettingsScreen'
import { ShopsScreen } from '../features/shops/ShopsScreen'
import { SyncScreen } from '../features/sync/SyncScreen'
import { TodayScreen } from '../features/today/TodayScreen'
import { VettingScreen } from '../features/vetting/VettingScreen'
import type { Section } from '../session/place'

export interface Route {
  readonly section: Section
  readonly icon: ComponentType<IconProps>
  readonly Screen: ComponentType
}

export const ROUTES: readonly Route[] = [
  { section: 'today', icon: IconCalendarCheck, Screen: TodayScreen },
  { section: 'creators', icon: IconUsers, Screen: CreatorsScreen },
  { section: 'pipeline', icon: IconLayoutKanban, Screen: PipelineScreen },
  { section: 'outreach', icon: IconMessages, Screen: OutreachScreen },
  { section: 'vetting', icon: IconScale, Screen: VettingScreen },
  { section: 'campaigns', icon: IconSpeakerphone, Screen: CampaignsScreen },
  { section: 'samples', icon: IconGift, Screen: SamplesScreen },
  { section: 'review', icon: IconMovie, Screen: ReviewScreen },
  { section: 'compliance', icon: IconFileCheck, Screen: ComplianceScreen },
  { section: 'pick', icon: IconPackageExport, Screen: PickScreen },
  { section: 'quotes', icon: IconReceipt, Screen: QuotesScreen },
  { section: 'content', icon: IconVideo, Screen: ContentScreen },
  { section: 'live', icon: IconBroadcast, Screen: LiveScreen },
  { section: 'products', icon: IconPackage, Screen: ProductsScreen },
  { section: 'shops', icon: IconBuildingStore, Screen: ShopsScreen },
  { section: 'onboarding', icon: IconChecklist, Screen: OnboardingScreen },
  { section: 'costs', icon: IconCoins, Screen: CostsScreen },
  { section: 'roi', icon: IconChartBar, Screen: RoiScreen },
  { section: 'imports', icon: IconFileImport, Screen: ImportsScreen },
  { section: 'sync', icon: IconUsersGroup, Screen: SyncScreen },
  { section: 'history', icon: IconHistory, Screen: HistoryScreen },
  { section: 'audit', icon: IconShieldCheck, Screen: AuditScreen },
  { section: 'settings', icon: IconSettings, Screen: SettingsScreen },
]

/** The route of a section; of one that does not work yet, the first that does. */
export function routeOf(section: Section): Route | undefined {
  return ROUTES.find((route) => route.section === section) ?? ROUTES[0]
}
