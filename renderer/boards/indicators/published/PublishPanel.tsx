// Freezes the readings of the present area (or of its parts) and period under a title; says first how many.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaTree } from '../../../stores/app-store.ts';
import { useApp, usePublished, useStores } from '../../../stores/StoresContext.tsx';
import { useLanguage, type View } from '../../../stores/use-view.ts';
import { formatInteger } from '../../../ui/format.ts';
import { LightShape } from '../../../ui/LightShape.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { formatPeriod } from '../../../ui/time-format.ts';
import css from './PublishPanel.module.css';

const LEVELS = ['district', 'town', 'village', 'grid'] as const;
type Level = (typeof LEVELS)[number];
/** As the services refuse more. */
const MOST = 20_000;

/** How many areas of each level lie inside one, itself among them. */
function countInside(tree: AreaTree, code: string): Map<string, number> {
	const counts = new Map<string, number>();
	const waiting = [code];
	for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
		const area = tree.byCode.get(at);
		if (area) counts.set(area.level, (counts.get(area.level) ?? 0) + 1);
		for (const child of tree.childrenOf.get(at) ?? []) waiting.push(child.code);
	}
	return counts;
}

export function PublishPanel({ view }: { view: View }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { published } = useStores();
	const tree = useApp((state) => state.tree);
	const definitions = useApp((state) => state.definitions);
	const canWrite = useApp((state) => state.app.value?.cacheState !== 'readOnly');
	const isPublishing = usePublished((state) => state.isPublishing);
	const failure = usePublished((state) => state.failure);
	const made = usePublished((state) => state.made);
	const [typed, setTyped] = useState<string | null>(null);
	const [asked, setAsked] = useState<Level | null>(null);
	const { area, period } = view;
	const counts = countInside(tree, area.code);
	const levels = LEVELS.slice(Math.max(0, LEVELS.indexOf(area.level as Level))).filter((level) => counts.has(level));
	const level = asked !== null && levels.includes(asked) ? asked : (levels[0] ?? 'grid');
	const periodText = formatPeriod(period, language);
	const title = typed ?? t('published.titleValue', { area: area.name, period: periodText });
	const areas = counts.get(level) ?? 0;
	const total = areas * definitions.size;
	const canPublish = canWrite && !isPublishing && total > 0 && total <= MOST && title.trim() !== '';
	return (
		<Panel title={t('published.publish')}>
			<form
				className={css.form}
				onSubmit={(event) => {
					event.preventDefault();
					void published.getState().publish({ title: title.trim(), period, areas: [area.code], level });
					setTyped(null);
				}}
			>
				<label>
					{t('published.titleField')}
					<input
						value={title}
						maxLength={120}
						disabled={!canWrite}
						onChange={(event) => setTyped(event.target.value)}
					/>
				</label>
				<Segmented
					label={t('published.level')}
					value={level}
					choices={levels.map((one) => ({
						value: one,
						text: t(one === area.level ? 'published.own' : 'published.below', { level: t(`levels.${one}`) }),
					}))}
					onChoose={setAsked}
				/>
				<p className={css.quiet}>
					{total > MOST
						? t('published.tooMany', { n: formatInteger(total) })
						: t('published.willFreeze', {
								areas: formatInteger(areas),
								indicators: formatInteger(definitions.size),
								n: formatInteger(total),
								period: periodText,
							})}
				</p>
				<p className={css.foot} aria-live="polite">
					<button type="submit" className={canPublish ? 'button button-primary' : 'button'} disabled={!canPublish}>
						{t(isPublishing ? 'published.freezing' : 'published.freeze')}
					</button>
					{failure !== null && (
						<span role="alert">
							<LightShape light="red" /> {language === 'en' ? t(`errors.${failure.code}`) : failure.message}
						</span>
					)}
					{made !== null && !isPublishing && (
						<span>
							<LightShape light="green" /> {t('published.made', { code: made.checkCode })}
						</span>
					)}
				</p>
			</form>
		</Panel>
	);
}
