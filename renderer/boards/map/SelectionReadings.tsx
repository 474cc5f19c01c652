// Readings of what a drawn outline or buffer holds: areas whose point lies inside, their parts summed, open events by light.
// Rates come from summed parts or not at all; they are never averaged.

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EVENT_LIGHTS } from '../../../shared/domain/codes.ts';
import type { MapEvents } from '../../stores/map-store.ts';
import { formatInteger, formatValue } from '../../ui/format.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { kindOf } from '../reading-words.ts';
import css from './MapSide.module.css';
import { sumOfSelection } from './selection-sums.ts';
import type { Drawing } from './use-drawing.ts';
import type { MapModel } from './use-map-model.ts';

export function SelectionReadings({
	model,
	drawing,
	events,
}: {
	model: MapModel;
	drawing: Drawing;
	events: MapEvents | null;
}) {
	const { t } = useTranslation();
	const { holds, tool } = drawing;
	const { tree, level, main } = model;
	const chosen = useMemo(
		() =>
			holds === null
				? []
				: tree.list.filter((area) => area.level === level && area.labelPoint && holds(area.labelPoint)),
		[tree, level, holds],
	);
	const sums = useMemo(() => sumOfSelection(main, new Set(chosen.map(({ code }) => code))), [main, chosen]);
	const lights = useMemo(() => {
		const counts = new Array<number>(EVENT_LIGHTS.length).fill(0);
		if (events === null || holds === null) return counts;
		events.lng.forEach((lng, row) => {
			if (!holds([lng, events.lat[row] ?? 0])) return;
			const light = EVENT_LIGHTS.indexOf(events.lights[events.light[row] ?? -1] ?? 'none');
			counts[light] = (counts[light] ?? 0) + 1;
		});
		return counts;
	}, [events, holds]);
	if (holds === null) {
		return <p className={css.note}>{t(tool === 'buffer' ? 'mapSpots.bufferHint' : 'mapPage.selectHint')}</p>;
	}
	const kind = kindOf(main.definition);
	return (
		<dl className={css.sums} aria-live="polite">
			<dt>{t('mapPage.chosenAreas')}</dt>
			<dd>{formatInteger(chosen.length)}</dd>
			<dt>{main.name}</dt>
			<dd>
				{sums.value === null
					? t(sums.isFew ? 'status.insufficient' : 'mapPage.notSummed')
					: formatValue(sums.value, kind)}
			</dd>
			{sums.num !== null && (
				<>
					<dt>{t('mapPage.parts')}</dt>
					<dd>
						{formatInteger(sums.num)}
						{sums.den !== null && ` ÷ ${formatInteger(sums.den)}`}
					</dd>
				</>
			)}
			{sums.without > 0 && (
				<>
					<dt>{t('mapPage.withoutValue')}</dt>
					<dd>{formatInteger(sums.without)}</dd>
				</>
			)}
			<dt>{t('mapPage.layers.events')}</dt>
			<dd className={css.lights}>
				{EVENT_LIGHTS.map((light, at) =>
					(lights[at] ?? 0) > 0 ? (
						<span key={light}>
							<LightShape light={light} label={t(`events.${light}`)} />
							{lights[at]}
						</span>
					) : null,
				)}
				{lights.every((count) => count === 0) && 0}
			</dd>
		</dl>
	);
}
