// The pages, at the left edge; language, theme and keys at its foot. Only pages that exist are shown.

import {
	ChartLine,
	CircleHelp,
	Database,
	FileText,
	Flag,
	Globe,
	Handshake,
	LayoutDashboard,
	Map as MapIcon,
	Sun,
	Users,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PAGES, type Page } from '../stores/address.ts';
import { useEvents, useLocation, useStores } from '../stores/StoresContext.tsx';
import { keepLanguage, type Language } from '../text/language.ts';
import { MenuItem, PopMenu } from '../ui/PopMenu.tsx';
import { THEME_CHOICES, type ThemeChoice } from '../ui/theme.ts';
import { useTheme } from '../ui/theme-context.ts';
import css from './Rail.module.css';

const ICONS: Record<Page, typeof Flag> = {
	overview: LayoutDashboard,
	map: MapIcon,
	indicators: ChartLine,
	events: Flag,
	team: Users,
	collab: Handshake,
	briefing: FileText,
	imports: Database,
};
const LANGUAGES: readonly { tag: Language; name: string }[] = [
	{ tag: 'zh-CN', name: '中文' },
	{ tag: 'en', name: 'English' },
];
const THEME_KEYS: Record<ThemeChoice, 'rail.themeSystem' | 'rail.themeLight' | 'rail.themeDark'> = {
	system: 'rail.themeSystem',
	light: 'rail.themeLight',
	dark: 'rail.themeDark',
};

export function Rail({ onHelp }: { onHelp: () => void }) {
	const { t, i18n } = useTranslation();
	const { location } = useStores();
	const theme = useTheme();
	const page = useLocation((state) => state.address.page);
	const overdue = useEvents((state) => {
		const counts = state.redLights.value?.counts;
		return counts ? counts.deepRed + counts.red : 0;
	});
	const chooseLanguage = (language: Language) => {
		keepLanguage(language);
		void i18n.changeLanguage(language);
	};
	return (
		<nav className={css.rail} aria-label={t('rail.label')}>
			<ul>
				{PAGES.map((one) => {
					const Icon = ICONS[one];
					return (
						<li key={one}>
							<button
								type="button"
								className={css.page}
								aria-current={one === page ? 'page' : undefined}
								data-page={one}
								onClick={() => location.getState().openPage(one)}
							>
								<Icon size={20} strokeWidth={1.75} aria-hidden />
								<span>{t(`rail.${one}`)}</span>
								{one === 'events' && overdue > 0 && (
									<span className={css.badge} title={t('rail.overdueBadge', { n: overdue })}>
										{overdue > 999 ? '999+' : overdue}
										<span className="visually-hidden">{t('rail.overdueBadge', { n: '' })}</span>
									</span>
								)}
							</button>
						</li>
					);
				})}
			</ul>
			<div className={css.foot}>
				<PopMenu
					label={t('rail.language')}
					className={css.tool}
					face={<Globe size={18} strokeWidth={1.75} aria-hidden />}
				>
					{(close) =>
						LANGUAGES.map((language) => (
							<MenuItem
								key={language.tag}
								isCurrent={i18n.language === language.tag}
								onChoose={() => {
									chooseLanguage(language.tag);
									close();
								}}
							>
								<span lang={language.tag}>{language.name}</span>
							</MenuItem>
						))
					}
				</PopMenu>
				<PopMenu label={t('rail.theme')} className={css.tool} face={<Sun size={18} strokeWidth={1.75} aria-hidden />}>
					{(close) =>
						THEME_CHOICES.map((choice) => (
							<MenuItem
								key={choice}
								isCurrent={theme.choice === choice}
								onChoose={() => {
									theme.choose(choice);
									close();
								}}
							>
								{t(THEME_KEYS[choice])}
							</MenuItem>
						))
					}
				</PopMenu>
				<button type="button" className={css.tool} aria-label={t('rail.keys')} title={t('rail.keys')} onClick={onHelp}>
					<CircleHelp size={18} strokeWidth={1.75} aria-hidden />
				</button>
			</div>
		</nav>
	);
}
