// Which level the map is coloured at: 镇街 / 村社 / 网格. Plain radio buttons; keeps no state.

import type { Language } from '../text/language.ts';
import { MAP_WORDS } from '../text/map-words.ts';
import { MAP_LEVELS, type MapLevel } from './map-style.ts';

export interface LevelSwitchProps {
	level: MapLevel;
	/** Levels that have polygons and make sense here. */
	levels: readonly MapLevel[];
	language: Language;
	onChange: (level: MapLevel) => void;
}

export function LevelSwitch({ level, levels, language, onChange }: LevelSwitchProps) {
	const words = MAP_WORDS[language];
	return (
		<div className="level-switch" role="radiogroup" aria-label={words.levels}>
			{MAP_LEVELS.filter((one) => levels.includes(one)).map((one) => (
				<label key={one} className="level-switch-item" data-checked={one === level}>
					<input type="radio" name="map-level" checked={one === level} onChange={() => onChange(one)} />
					{words[one]}
				</label>
			))}
		</div>
	);
}
