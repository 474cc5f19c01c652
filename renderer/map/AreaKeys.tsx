// The map for keys and screen readers: a list of the areas, laid invisibly over the map, whose arrow keys move on the
// ground (the nearest area in that direction). Draws nothing but its focus ring.

import { useId } from 'react';
import { type AreaPoint, type Direction, nextAreaIn } from './area-steps.ts';

export interface AreaKeysProps {
	label: string;
	hint: string;
	areas: readonly (AreaPoint & { name: string; words: string | null })[];
	active: string | null;
	onActive: (code: string | null) => void;
	onPick: (code: string) => void;
}

const DIRECTIONS: Record<string, Direction> = {
	ArrowLeft: 'left',
	ArrowRight: 'right',
	ArrowUp: 'up',
	ArrowDown: 'down',
};

export function AreaKeys({ label, hint, areas, active, onActive, onPick }: AreaKeysProps) {
	const id = useId();
	const current = areas.find((area) => area.code === active);
	const optionId = (code: string) => `${id}-${code}`;
	const onKeyDown = (event: React.KeyboardEvent) => {
		const direction = DIRECTIONS[event.key];
		const first = areas[0];
		if (first === undefined) return;
		if (direction !== undefined) {
			const next = current === undefined ? first.code : nextAreaIn(direction, current.point, areas);
			if (next !== null) onActive(next);
		} else if (event.key === 'Home') onActive(first.code);
		else if (event.key === 'End') onActive(areas.at(-1)?.code ?? null);
		else if (event.key === 'Enter' || event.key === ' ') {
			if (current !== undefined) onPick(current.code);
		} else return;
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		<div
			className="map-keys"
			role="listbox"
			tabIndex={0}
			aria-label={`${label} · ${hint}`}
			aria-activedescendant={current === undefined ? undefined : optionId(current.code)}
			onKeyDown={onKeyDown}
			onFocus={() => {
				if (active === null) onActive(areas[0]?.code ?? null);
			}}
			onBlur={() => onActive(null)}
		>
			{areas.map((area) => (
				<div key={area.code} id={optionId(area.code)} role="option" aria-selected={area.code === active} tabIndex={-1}>
					{area.words === null ? area.name : `${area.name}: ${area.words}`}
				</div>
			))}
		</div>
	);
}
