// What the header of the wall says of time, age and connection. Pure; the clock is passed in.
// Old data changes the whole header, quietly; a late one only its light (design.md §5).

import { dayOf, parseIso, wallClockOf } from '../../shared/domain/shanghai-time.ts';
import type { Language } from '../text/language.ts';
import { WALL_WORDS } from '../text/wall-words.ts';
import { lightOfAge } from '../ui/age-light.ts';
import { formatAge } from '../ui/format.ts';
import { formatDay, formatInstant } from '../ui/time-format.ts';

export interface HeaderInput {
	/** Present of the product in epoch seconds: frozen for demonstration data. */
	nowS: number;
	/** As-of of the data shown; null without data. */
	asOf: string | null;
	isConnected: boolean;
	/** When the shown figures were last fetched, epoch seconds on the same clock; null before the first time. */
	fetchedAtS: number | null;
	language: Language;
}

export interface HeaderWords {
	clock: string;
	date: string;
	age: string;
	ageLight: 'green' | 'yellow' | 'red' | 'none';
	/** 数据迟到 / 数据已旧; null while fresh. */
	ageWord: string | null;
	connection: string;
	/** True when the whole header must say it: data beyond twice its tolerance, or none. */
	isOld: boolean;
}

const pad2 = (value: number) => String(value).padStart(2, '0');

function timeOf(atS: number): string {
	const at = wallClockOf(atS);
	return `${pad2(at.hour)}:${pad2(at.minute)}`;
}

/** Words of the header at an instant. */
export function wallHeader({ nowS, asOf, isConnected, fetchedAtS, language }: HeaderInput): HeaderWords {
	const words = WALL_WORDS[language];
	const asOfS = asOf === null ? null : parseIso(asOf);
	const clock = timeOf(nowS);
	const date = formatDay(dayOf(nowS), language);
	const connection = isConnected
		? words.online
		: fetchedAtS === null
			? words.offline
			: words.offlineSince.replace('{time}', timeOf(fetchedAtS));
	if (asOf === null || asOfS === null) {
		return { clock, date, age: words.noData, ageLight: 'none', ageWord: null, connection, isOld: true };
	}
	const ageS = nowS - asOfS;
	const light = lightOfAge(ageS);
	const presentYear = wallClockOf(nowS).year;
	const time = dayOf(asOfS) === dayOf(nowS) ? timeOf(asOfS) : formatInstant(asOf, language, { presentYear });
	const since = formatAge(ageS, language);
	const age = language === 'en' ? `${words.dataAsOf} ${time} (${since})` : `${words.dataAsOf} ${time}（${since}）`;
	const ageWord = light === 'green' ? null : light === 'yellow' ? words.late : words.old;
	return { clock, date, age, ageLight: light, ageWord, connection, isOld: light === 'red' };
}
