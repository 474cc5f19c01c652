// The header: whose data, which area, which period, search, how old the data is, the wall.

import { Monitor } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApp, useLocation, useStores } from '../stores/StoresContext.tsx';
import type { View } from '../stores/use-view.ts';
import logo from '../ui/logo.svg';
import { Bookmarks } from './Bookmarks.tsx';
import { Breadcrumb } from './Breadcrumb.tsx';
import { CompareButton } from './CompareButton.tsx';
import { DataAge } from './DataAge.tsx';
import css from './Header.module.css';
import { PeriodStepper } from './PeriodStepper.tsx';
import { SearchBox } from './SearchBox.tsx';

export function Header({ view, onCompare }: { view: View | null; onCompare: () => void }) {
	const { t } = useTranslation();
	const { client } = useStores();
	const app = useApp((state) => state.app.value);
	const page = useLocation((state) => state.address.page);
	return (
		<header className={css.header}>
			<span className={css.logo}>
				<img src={logo} alt="" width={22} height={22} />
			</span>
			<h1 className={css.name}>{app?.centreName ?? t('app.product')}</h1>
			{view !== null && <Breadcrumb view={view} />}
			<div className={css.end}>
				{view !== null && <PeriodStepper view={view} isQuiet={!['overview', 'map', 'indicators'].includes(page)} />}
				<SearchBox />
				<span className={css.tools}>
					{view !== null && <CompareButton onToggle={onCompare} />}
					<Bookmarks view={view} />
				</span>
				<DataAge />
				{app?.isDemo && (
					<span className={`tag ${css.demo}`} title={t('header.demoHint')}>
						{t('header.demo')}
					</span>
				)}
				{client.capabilities.canOpenWall && (
					<button type="button" className="button" title={t('header.openWall')} onClick={() => client.openWall()}>
						<Monitor size={16} strokeWidth={1.75} aria-hidden />
						{t('header.wall')}
					</button>
				)}
			</div>
		</header>
	);
}
