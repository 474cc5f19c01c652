// The snapshots that were published, newest first; choosing one narrows what stands beside to it.

import { useTranslation } from 'react-i18next';
import { isAwaited } from '../../../stores/loadable.ts';
import { usePublished } from '../../../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../../../stores/use-view.ts';
import { EmptyNote } from '../../../ui/EmptyNote.tsx';
import { formatInteger } from '../../../ui/format.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { formatInstant } from '../../../ui/time-format.ts';
import { FailureNote } from '../../FailureNote.tsx';
import css from './SnapshotList.module.css';

export function SnapshotList({
	chosen,
	onChoose,
}: {
	chosen: number | null;
	onChoose: (snapshotId: number | null) => void;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const snapshots = usePublished((state) => state.snapshots);
	const list = [...(snapshots.value?.snapshots ?? [])].sort((a, b) => b.snapshotId - a.snapshotId);
	return (
		<Panel
			title={t('published.list')}
			note={list.length === 0 ? undefined : t('published.count', { n: formatInteger(list.length) })}
			className={css.panel}
			isBusy={isAwaited(snapshots)}
			isFlush
			actions={
				chosen !== null && (
					<button type="button" className="link" onClick={() => onChoose(null)}>
						{t('published.all')}
					</button>
				)
			}
		>
			{snapshots.error !== null && <FailureNote error={snapshots.error} isOld={snapshots.value !== null} />}
			{snapshots.value !== null && list.length === 0 && (
				<div className={css.none}>
					<EmptyNote title={t('published.none')}>{t('published.noneHint')}</EmptyNote>
				</div>
			)}
			<ul className={css.list}>
				{list.map(({ snapshotId, title, publishedAt, asOf, checkCode, readingCount }) => (
					<li key={snapshotId}>
						<button
							type="button"
							className={css.row}
							aria-pressed={snapshotId === chosen}
							onClick={() => onChoose(snapshotId)}
						>
							<b className={css.clip} title={title}>
								{title}
							</b>
							<span className={css.code}>{checkCode}</span>
							<span className={css.quiet}>
								{t('published.publishedAt', { time: formatInstant(publishedAt, language, { presentYear }) })}
								{asOf !== null && ` • ${t('published.asOf', { time: formatInstant(asOf, language, { presentYear }) })}`}
								{` • ${t('published.readings', { n: formatInteger(readingCount) })}`}
							</span>
						</button>
					</li>
				))}
			</ul>
		</Panel>
	);
}
