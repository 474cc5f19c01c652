// The 队伍 page: tabs over the team, the trial of a split or merge, and 公众与公开.

import { useTranslation } from 'react-i18next';
import { useLocation, useStores } from '../../stores/StoresContext.tsx';
import { TEAM_PARTS } from '../../stores/team-address.ts';
import type { View } from '../../stores/use-view.ts';
import { TabBar } from '../../ui/TabBar.tsx';
import { PublicView } from './PublicView.tsx';
import css from './TeamPage.module.css';
import { TeamView } from './TeamView.tsx';
import { TrialView } from './TrialView.tsx';

export function TeamPage({ view }: { view: View }) {
	const { t } = useTranslation();
	const { location } = useStores();
	const part = useLocation((state) => state.address.team.part);
	const choose = (next: typeof part) => {
		const { address, goTo } = location.getState();
		goTo({ team: { ...address.team, part: next } });
	};
	return (
		<div className={css.page}>
			<TabBar
				label={t('team.parts')}
				tabs={TEAM_PARTS.map((value) => ({ value, text: t(`team.${value}`) }))}
				value={part}
				onChoose={choose}
			/>
			{part === 'team' && <TeamView view={view} />}
			{part === 'trial' && <TrialView view={view} />}
			{part === 'public' && <PublicView view={view} />}
		</div>
	);
}
