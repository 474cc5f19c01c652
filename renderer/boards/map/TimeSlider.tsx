// The time slider: day, week or month, one step a period, play and its rate. Tells its owner the period; keeps the clock.

import { Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../stores/use-view.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { formatPeriod } from '../../ui/time-format.ts';
import css from './TimeSlider.module.css';

const KINDS = ['day', 'week', 'month'] as const;
export type SliderKind = (typeof KINDS)[number];
/** Periods shown in a second. */
const RATES = ['0.5', '1', '2', '4'] as const;

export interface TimeSliderProps {
	periods: readonly string[];
	shown: string;
	kind: string;
	/** A period passes by; the view follows, the address not yet. */
	onShow: (period: string) => void;
	/** The slider has come to rest. */
	onRest: (period: string) => void;
	onKind: (kind: SliderKind) => void;
}

export function TimeSlider({ periods, shown, kind, onShow, onRest, onKind }: TimeSliderProps) {
	const { t } = useTranslation();
	const language = useLanguage();
	const [isPlaying, setPlaying] = useState(false);
	const [rate, setRate] = useState<(typeof RATES)[number]>('1');
	const at = periods.indexOf(shown);
	const last = periods.length - 1;

	useEffect(() => {
		if (!isPlaying) return;
		const timer = setTimeout(() => {
			const next = periods[at + 1];
			if (next === undefined) {
				setPlaying(false);
				onRest(shown);
			} else onShow(next);
		}, 1000 / Number(rate));
		return () => clearTimeout(timer);
	}, [isPlaying, rate, at, periods, shown, onShow, onRest]);

	const toggle = () => {
		if (isPlaying) onRest(shown);
		else if (at >= last && periods[0] !== undefined) onShow(periods[0]);
		setPlaying(!isPlaying);
	};
	const words = formatPeriod(shown, language);
	return (
		<section className={css.slider} aria-label={t('mapPage.time')}>
			<button
				type="button"
				className={css.play}
				aria-label={t(isPlaying ? 'mapPage.pause' : 'mapPage.play')}
				title={t(isPlaying ? 'mapPage.pause' : 'mapPage.play')}
				disabled={last < 1}
				onClick={toggle}
			>
				{isPlaying ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
			</button>
			<select
				className={css.rate}
				aria-label={t('mapPage.rate')}
				value={rate}
				onChange={(event) => setRate(RATES.find((one) => one === event.target.value) ?? '1')}
			>
				{RATES.map((one) => (
					<option key={one} value={one}>
						{t('mapPage.perSecond', { n: one })}
					</option>
				))}
			</select>
			<Segmented
				label={t('mapPage.step')}
				value={kind}
				choices={KINDS.map((one) => ({ value: one as string, text: t(`kinds.${one}`) }))}
				onChoose={(one) => {
					const chosen = KINDS.find((known) => known === one);
					if (chosen) onKind(chosen);
				}}
			/>
			<span className={css.end}>{periods[0] === undefined ? '' : formatPeriod(periods[0], language)}</span>
			<input
				type="range"
				className={css.range}
				aria-label={t('mapPage.time')}
				aria-valuetext={words}
				min={0}
				max={Math.max(last, 0)}
				step={1}
				value={Math.max(at, 0)}
				disabled={last < 1}
				onChange={(event) => {
					const period = periods[Number(event.target.value)];
					setPlaying(false);
					if (period !== undefined) onShow(period);
				}}
				onPointerUp={() => onRest(shown)}
				onKeyUp={() => onRest(shown)}
				onBlur={() => onRest(shown)}
			/>
			<output className={css.now}>{words}</output>
		</section>
	);
}
