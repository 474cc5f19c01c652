// 一件事 on the page of working together: the actions at the present area with their effect, and the form that opens one.

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isAwaited } from '../../stores/loadable.ts';
import { useActions, useApp, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatInteger } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { REACHED_BY_KEYS } from '../../ui/reached-by-keys.ts';
import { Awaited } from '../collab/Awaited.tsx';
import { useTableKey } from '../use-table-key.ts';
import { ActionCard } from './ActionCard.tsx';
import { ActionForm } from './ActionForm.tsx';
import css from './actions.module.css';

export function ActionsView({ view }: { view: View }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { actions: store } = useStores();
	const actions = useActions((state) => state.actions);
	const now = useApp((state) => state.app.value?.now);
	const [isTable] = useTableKey();
	useEffect(() => store.getState().load(view.area.code), [store, view.area.code]);
	const { value } = actions;
	const today = (value?.asOf ?? now ?? '').slice(0, 10);
	return (
		<div className={css.view}>
			<Panel
				title={t('action.list')}
				note={
					value === null || value.total === 0
						? undefined
						: [t('action.listNote', { n: formatInteger(value.total) }), t('collab.tableHint')].join(
								language === 'en' ? '; ' : '；',
							)
				}
				className={css.panel}
				isBusy={isAwaited(actions)}
				isFlush
			>
				<Awaited state={actions} />
				{value !== null && value.actions.length === 0 && (
					<EmptyNote title={t('action.none')}>
						<p>{t('action.noneHint')}</p>
					</EmptyNote>
				)}
				{value !== null && value.actions.length > 0 && (
					<div className={css.cards} {...REACHED_BY_KEYS}>
						{value.actions.map((action) => (
							<ActionCard key={action.actionId} action={action} today={today} isTable={isTable} />
						))}
					</div>
				)}
			</Panel>
			<Panel title={t('action.open')} note={t('action.openNote')} className={css.panel}>
				{value !== null && <ActionForm key={view.area.code} view={view} today={today} />}
			</Panel>
		</div>
	);
}
