// The 协同 page: tabs over the red-light queue, who holds the ball, answers to calls, meetings, special actions
// and disputes.

import { useTranslation } from 'react-i18next';
import { COLLAB_PARTS } from '../../stores/address.ts';
import { useLocation, useStores } from '../../stores/StoresContext.tsx';
import type { View } from '../../stores/use-view.ts';
import { TabBar } from '../../ui/TabBar.tsx';
import { ActionsView } from '../actions/ActionsView.tsx';
import css from './CollabPage.module.css';
import { DisputesView } from './DisputesView.tsx';
import { FlowView } from './FlowView.tsx';
import { MeetingsView } from './MeetingsView.tsx';
import { QueueView } from './QueueView.tsx';
import { ResponseView } from './ResponseView.tsx';

export function CollabPage({ view }: { view: View }) {
	const { t } = useTranslation();
	const { location } = useStores();
	const part = useLocation((state) => state.address.collabPart);
	return (
		<div className={css.page}>
			<TabBar
				label={t('collab.sections')}
				tabs={COLLAB_PARTS.map((value) => ({ value, text: t(`collab.${value}`) }))}
				value={part}
				onChoose={(collabPart) => location.getState().goTo({ collabPart })}
			/>
			{part === 'queue' && <QueueView key={view.area.code} view={view} />}
			{part === 'flow' && <FlowView view={view} />}
			{part === 'response' && <ResponseView view={view} />}
			{part === 'meetings' && <MeetingsView view={view} />}
			{part === 'actions' && <ActionsView view={view} />}
			{part === 'disputes' && <DisputesView view={view} />}
		</div>
	);
}
