// 已发布: freezing readings, the snapshots, checking a code, and what stands differently now than was published.

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAwaited } from '../../../stores/loadable.ts';
import { usePublished, useStores } from '../../../stores/StoresContext.tsx';
import type { View } from '../../../stores/use-view.ts';
import { EmptyNote } from '../../../ui/EmptyNote.tsx';
import { formatInteger } from '../../../ui/format.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { FailureNote } from '../../FailureNote.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { FrozenTable } from './FrozenTable.tsx';
import rowCss from './IssuedRow.module.css';
import { IssuedRow } from './IssuedRow.tsx';
import css from './PublishedView.module.css';
import { PublishPanel } from './PublishPanel.tsx';
import { SnapshotList } from './SnapshotList.tsx';

const SHOWN = ['restatements', 'frozen'] as const;

function Restatements() {
	const { t } = useTranslation();
	const { value, error } = usePublished((state) => state.restatements);
	if (value === null) {
		return error === null ? <EmptyNote title={t('events.loading')} /> : <FailureNote error={error} isOld={false} />;
	}
	return (
		<>
			{error !== null && <FailureNote error={error} isOld />}
			<p className={css.summary}>
				{t('published.summary', { checked: formatInteger(value.checked), total: formatInteger(value.total) })}
				{value.total > value.restatements.length &&
					t('published.first', { n: formatInteger(value.restatements.length) })}
			</p>
			{value.restatements.length === 0 ? (
				value.checked > 0 && <EmptyNote title={t('published.noRestatement')} />
			) : (
				<>
					<div className={`${rowCss.row} ${rowCss.head}`} aria-hidden>
						<span>{t('published.figure')}</span>
						<span>{t('published.area')}</span>
						<span>{t('published.period')}</span>
						<span>{t('published.thenNow')}</span>
						<span>{t('published.cause')}</span>
					</div>
					<ul className={css.rows}>
						{value.restatements.map((figure) => (
							<IssuedRow key={`${figure.snapshotId}/${figure.checkCode}`} figure={figure} />
						))}
					</ul>
				</>
			)}
		</>
	);
}

export function PublishedView({ view }: { view: View }) {
	const { t } = useTranslation();
	const { published } = useStores();
	const [chosen, setChosen] = useState<number | null>(null);
	const [shown, setShown] = useState<(typeof SHOWN)[number]>('restatements');
	const restatements = usePublished((state) => state.restatements);
	const frozen = usePublished((state) => state.frozen);
	const title = frozen.value?.snapshot.title;
	useEffect(() => published.getState().load(), [published]);
	useEffect(() => published.getState().choose(chosen), [published, chosen]);
	return (
		<div className={css.page}>
			<div className={css.side}>
				<PublishPanel view={view} />
				<CheckPanel />
				<SnapshotList chosen={chosen} onChoose={setChosen} />
			</div>
			<Panel
				title={t(`published.${shown}`)}
				note={chosen === null ? t('published.all') : title}
				isBusy={isAwaited(shown === 'frozen' && chosen !== null ? frozen : restatements)}
				isFlush
				actions={
					<Segmented
						label={t('published.view')}
						value={shown}
						choices={SHOWN.map((one) => ({ value: one, text: t(`published.${one}`) }))}
						onChoose={setShown}
					/>
				}
			>
				{shown === 'restatements' && <Restatements />}
				{shown === 'frozen' && frozen.error !== null && (
					<FailureNote error={frozen.error} isOld={frozen.value !== null} />
				)}
				{shown === 'frozen' &&
					(chosen === null ? (
						<div className={css.none}>
							<EmptyNote title={t('published.choose')} />
						</div>
					) : (
						frozen.value !== null && <FrozenTable frozen={frozen.value} />
					))}
			</Panel>
		</div>
	);
}
