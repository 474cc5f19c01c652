// Words of the codes that the ledgers of the 队伍 page use; a word that nobody has mapped stands as it was delivered. Pure.

import type { TFunction } from 'i18next';
import { TEAM_WORDS_ZH } from '../../text/team-words.ts';

const SUBJECTS = ['peopleKeys', 'topicKeys', 'guaranteeKeys', 'actKeys', 'listKeys'] as const;
type Subject = (typeof SUBJECTS)[number];

/** The word of a code of a subject in the interface language. */
export function keyWord(subject: Subject, key: string, t: TFunction): string {
	return Object.hasOwn(TEAM_WORDS_ZH[subject], key) ? t(`${subject}.${key}` as 'peopleKeys.none') : key;
}
