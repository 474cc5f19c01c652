// 历次内容: what each import changed on an event, newest first. Shown only where there is more than one state.

import { useTranslation } from 'react-i18next';
import type { EventVersions } from '../stores/events-store.ts';
import { useEvents } from '../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../stores/use-view.ts';
import { formatInstant } from '../ui/time-format.ts';
import css from './EventDetailPane.module.css';

type Version = EventVersions['versions'][number];
type Change = Version['changes'][number];

function isInstant(field: Change['field']): boolean {
	return field.endsWith('At');
}

function ChangeLine({ change }: { change: Change }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	if (change.field === 'text') return <p>{t('eventHistory.textChanged')}</p>;
	const words = (value: Change['before']): string => {
		if (value === null) return t('eventHistory.blank');
		return isInstant(change.field)
			? formatInstant(value.zh, language, { presentYear })
			: value[language === 'en' ? 'en' : 'zh'];
	};
	return (
		<p>
			{t(`eventHistory.${change.field}`)} <span className={css.quiet}>{words(change.before)}</span> →{' '}
			{words(change.after)}
		</p>
	);
}

function VersionItem({ version }: { version: Version }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const isOther = version.kind === 'changed' && version.changes.length === 0;
	return (
		<li className={css.version}>
			<p className={css.quiet}>
				{formatInstant(version.committedAt, language, { presentYear })}
				{'\u00a0• '}
				{t('eventHistory.from', { file: version.file, batch: version.batchId })}
			</p>
			{version.kind !== 'changed' && <p>{t(`eventHistory.${version.kind}`)}</p>}
			{isOther && <p>{t('eventHistory.changedOther')}</p>}
			{version.changes.map((change) => (
				<ChangeLine key={change.field} change={change} />
			))}
		</li>
	);
}

export function EventHistory() {
	const { t } = useTranslation();
	const versions = useEvents((state) => state.versions.value)?.versions ?? [];
	if (versions.length < 2) return null;
	return (
		<section className={css.section}>
			<h3 className={css.heading}>
				{t('eventHistory.title')} <span>{t('eventHistory.note')}</span>
			</h3>
			<ol>
				{versions.map((version) => (
					<VersionItem key={version.batchId} version={version} />
				))}
			</ol>
		</section>
	);
}
