// How old the data is: as-of, age and a light. Turns louder with age; ticks by the clock of the product.

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseIso } from '../../shared/domain/shanghai-time.ts';
import { useApp } from '../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../stores/use-view.ts';
import { lightOfAge } from '../ui/age-light.ts';
import { formatAge } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { formatInstant } from '../ui/time-format.ts';
import css from './DataAge.module.css';

const TICK_MS = 30_000;
const WORDS = { green: 'header.fresh', yellow: 'header.late', red: 'header.old' } as const;

export function DataAge() {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const app = useApp((state) => state.app.value);
	const [received, setReceived] = useState({ now: '', atMs: 0 });
	const [, setTick] = useState(0);
	if (app !== null && app.now !== received.now) setReceived({ now: app.now, atMs: performance.now() });
	useEffect(() => {
		const timer = setInterval(() => setTick((tick) => tick + 1), TICK_MS);
		return () => clearInterval(timer);
	}, []);
	if (app === null) return null;
	if (app.asOf === null) {
		return (
			<span className={css.age}>
				<LightShape light="none" /> {t('header.noData')}
			</span>
		);
	}
	const sinceS = app.isClockFrozen ? 0 : (performance.now() - received.atMs) / 1000;
	const ageS = (parseIso(app.now) ?? 0) + sinceS - (parseIso(app.asOf) ?? 0);
	const light = lightOfAge(ageS);
	const time = formatInstant(app.asOf, language, { presentYear });
	const age = formatAge(ageS, language);
	return (
		<span className={css.age} data-light={light} title={t('header.age', { time, age })}>
			<LightShape light={light} label={t(WORDS[light])} />
			<span>{t('header.asOf', { time })}</span>
			<span className={css.since}>{age}</span>
		</span>
	);
}
