// Checks a code typed from paper: the same, restated with its causes, or never issued here.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verified } from '../../../stores/published-store.ts';
import { useApp, usePublished, useStores } from '../../../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../../../stores/use-view.ts';
import { formatInteger } from '../../../ui/format.ts';
import { LightShape } from '../../../ui/LightShape.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { formatInstant, formatPeriod } from '../../../ui/time-format.ts';
import { FailureNote } from '../../FailureNote.tsx';
import { indicatorName } from '../../reading-words.ts';
import css from './CheckPanel.module.css';
import { IssuedRow } from './IssuedRow.tsx';
import { valueText } from './issued-words.ts';

const LIGHT = { same: 'green', restated: 'yellow', unknown: 'none' } as const;

function Answer({ answer }: { answer: Verified }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { readings } = useStores();
	const definitions = useApp((state) => state.definitions);
	const { status, code, checked, figures, snapshot } = answer;
	const [only] = figures;
	const isOne = !code.startsWith('S-');
	const n = formatInteger(checked);
	const sentence =
		status === 'unknown'
			? t('published.unknownHint', { code })
			: status === 'same'
				? t(isOne ? 'published.sameOne' : 'published.sameAll', { n })
				: isOne
					? t('published.restatedOne')
					: t('published.restatedAll', { n, changed: formatInteger(figures.length) });
	return (
		<div className={css.answer}>
			<p>
				<b className={css.word}>
					<LightShape light={LIGHT[status]} /> {t(`published.${status}`)}
				</b>{' '}
				{sentence}
			</p>
			{snapshot !== null && (
				<p className={css.quiet}>
					{snapshot.title} •{' '}
					{t('published.publishedAt', { time: formatInstant(snapshot.publishedAt, language, { presentYear }) })}
				</p>
			)}
			{isOne && only !== undefined && (
				<p>
					{indicatorName(definitions.get(only.stated.indicator), only.stated.indicator, language)} •{' '}
					{only.stated.areaName} • {formatPeriod(only.stated.period, language)}{' '}
					<button
						type="button"
						data-figure
						className="link"
						disabled={only.current === null}
						onClick={() =>
							readings.getState().openProof({
								indicator: only.stated.indicator,
								area: only.stated.area,
								period: only.stated.period,
								variant: only.stated.variant,
							})
						}
					>
						{valueText(only.stated, definitions.get(only.stated.indicator), language, t)}
					</button>
				</p>
			)}
			{status === 'restated' && (
				<ul className={css.figures}>
					{figures.map((figure) => (
						<IssuedRow key={figure.checkCode} figure={figure} />
					))}
				</ul>
			)}
		</div>
	);
}

export function CheckPanel() {
	const { t } = useTranslation();
	const { published } = useStores();
	const verified = usePublished((state) => state.verified);
	const [code, setCode] = useState('');
	return (
		<Panel title={t('published.check')}>
			<form
				className={css.form}
				onSubmit={(event) => {
					event.preventDefault();
					if (code.trim() !== '') published.getState().verify(code.normalize('NFKC').trim());
				}}
			>
				<input
					aria-label={t('published.codeField')}
					placeholder={t('published.codeHint')}
					value={code}
					maxLength={40}
					spellCheck={false}
					onChange={(event) => setCode(event.target.value)}
				/>
				<button type="submit" className="button" disabled={code.trim() === '' || verified.isLoading}>
					{t(verified.isLoading ? 'published.verifying' : 'published.verify')}
				</button>
			</form>
			<div aria-live="polite">
				{verified.error !== null && <FailureNote error={verified.error} isOld={false} />}
				{verified.value !== null && <Answer answer={verified.value} />}
			</div>
		</Panel>
	);
}
