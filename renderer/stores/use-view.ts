// The view with its gaps filled: the area that exists, the period that is meant, the present year. Null until areas are known.

import { useTranslation } from 'react-i18next';
import { parsePeriod } from '../../shared/domain/period.ts';
import { dayOf, parseIso } from '../../shared/domain/shanghai-time.ts';
import type { Language } from '../text/language.ts';
import { yearOf } from '../ui/time-format.ts';
import type { AppState, Area, AreaTree } from './app-store.ts';
import { defaultPeriod } from './location-store.ts';
import { useApp, useLocation } from './StoresContext.tsx';

export interface View {
	area: Area;
	/** From the district down to `area`. */
	path: readonly Area[];
	period: string;
	/** True when the month (or longer period) is final: from day 6 after its end (figures.md). */
	isFinal: boolean;
	/** True while the period has not ended at the as-of of the data. */
	isRunning: boolean;
}

/** The chain of areas from the district to one area; unknown parents end it. */
export function pathTo(tree: AreaTree, area: Area): Area[] {
	const path: Area[] = [];
	for (
		let at: Area | undefined = area;
		at && !path.includes(at);
		at = at.parentCode ? tree.byCode.get(at.parentCode) : undefined
	) {
		path.unshift(at);
	}
	return path;
}

const FINAL_AFTER_DAYS = 5;

/** Fills the gaps of an address; null while there is no district. */
export function resolveView(
	app: AppState,
	tree: AreaTree,
	areaCode: string | null,
	periodCode: string | null,
): View | null {
	const district = app.districtCode === null ? undefined : tree.byCode.get(app.districtCode);
	const area = (areaCode === null ? undefined : tree.byCode.get(areaCode)) ?? district;
	if (!area) return null;
	const asOf = app.asOf ?? app.now;
	const code = periodCode ?? defaultPeriod(asOf);
	const period = parsePeriod(code);
	const asOfS = parseIso(asOf) ?? 0;
	return {
		area,
		path: pathTo(tree, area),
		period: code,
		isFinal: period !== null && dayOf(asOfS) >= period.endDay + FINAL_AFTER_DAYS,
		isRunning: period !== null && asOfS < period.endS,
	};
}

/** The present view, for any component. */
export function useView(): View | null {
	const app = useApp((state) => state.app.value);
	const tree = useApp((state) => state.tree);
	const area = useLocation((state) => state.address.area);
	const period = useLocation((state) => state.address.period);
	return app === null ? null : resolveView(app, tree, area, period);
}

/** The interface language as the formatters want it. */
export function useLanguage(): Language {
	return useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** The year that needs no saying: that of the clock of now. */
export function usePresentYear(): number {
	return useApp((state) => (state.app.value === null ? 0 : yearOf(state.app.value.now)));
}
