/** The sections of the window, in the groups and the order of the work: one line per section that works. */

import {
  IconBroadcast,
  IconBuildingStore,
  IconCalendarCheck,
  IconCalendarDollar,
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
  IconReportMoney,
  IconSettings,
  IconSignature,
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
import { CashScreen } from '../features/cash/CashScreen'
import { CampaignsScreen } from '../features/campaigns/CampaignsScreen'
import { ContentScreen } from '../features/content/ContentScreen'
import { ComplianceScreen } from '../features/compliance/ComplianceScreen'
import { ContractsScreen } from '../features/contracts/ContractsScreen'
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
import { SettlementScreen } from '../features/settlement/SettlementScreen'
import { ShopsScreen } from '../features/shops/ShopsScreen'
import { SyncScreen } from '../features/sync/SyncScreen'
import { TodayScreen } from '../features/today/TodayScreen'
import { VettingScreen } from '../features/vetting/VettingScreen'
import type { Section } from '../session/place'

/** The groups of the rail; `day` has no heading. */
export const GROUPS = ['day', 'creators', 'plans', 'content', 'money', 'workspace'] as const
export type Group = (typeof GROUPS)[number]

export interface Route {
  readonly section: Section
  readonly group: Group
  readonly icon: ComponentType<IconProps>
  readonly Screen: ComponentType
}

export const ROUTES: readonly Route[] = [
  { section: 'today', group: 'day', icon: IconCalendarCheck, Screen: TodayScreen },
  { section: 'creators', group: 'creators', icon: IconUsers, Screen: CreatorsScreen },
  { section: 'pipeline', group: 'creators', icon: IconLayoutKanban, Screen: PipelineScreen },
  { section: 'outreach', group: 'creators', icon: IconMessages, Screen: OutreachScreen },
  { section: 'vetting', group: 'creators', icon: IconScale, Screen: VettingScreen },
  { section: 'quotes', group: 'creators', icon: IconReceipt, Screen: QuotesScreen },
  { section: 'campaigns', group: 'plans', icon: IconSpeakerphone, Screen: CampaignsScreen },
  { section: 'samples', group: 'plans', icon: IconGift, Screen: SamplesScreen },
  { section: 'pick', group: 'plans', icon: IconPackageExport, Screen: PickScreen },
  { section: 'review', group: 'content', icon: IconMovie, Screen: ReviewScreen },
  { section: 'compliance', group: 'content', icon: IconFileCheck, Screen: ComplianceScreen },
  { section: 'content', group: 'content', icon: IconVideo, Screen: ContentScreen },
  { section: 'live', group: 'content', icon: IconBroadcast, Screen: LiveScreen },
  { section: 'products', group: 'money', icon: IconPackage, Screen: ProductsScreen },
  { section: 'shops', group: 'money', icon: IconBuildingStore, Screen: ShopsScreen },
  { section: 'onboarding', group: 'money', icon: IconChecklist, Screen: OnboardingScreen },
  { section: 'contracts', group: 'money', icon: IconSignature, Screen: ContractsScreen },
  { section: 'settlement', group: 'money', icon: IconReportMoney, Screen: SettlementScreen },
  { section: 'costs', group: 'money', icon: IconCoins, Screen: CostsScreen },
  { section: 'cash', group: 'money', icon: IconCalendarDollar, Screen: CashScreen },
  { section: 'roi', group: 'money', icon: IconChartBar, Screen: RoiScreen },
  { section: 'imports', group: 'workspace', icon: IconFileImport, Screen: ImportsScreen },
  { section: 'sync', group: 'workspace', icon: IconUsersGroup, Screen: SyncScreen },
  { section: 'history', group: 'workspace', icon: IconHistory, Screen: HistoryScreen },
  { section: 'audit', group: 'workspace', icon: IconShieldCheck, Screen: AuditScreen },
  { section: 'settings', group: 'workspace', icon: IconSettings, Screen: SettingsScreen },
]

/** The route of a section; of one that does not work yet, the first that does. */
export function routeOf(section: Section): Route | undefined {
  return ROUTES.find((route) => route.section === section) ?? ROUTES[0]
}
