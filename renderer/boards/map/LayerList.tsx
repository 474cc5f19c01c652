// The layers of the map as a list of switches, each with how much it holds or why it is empty.

import { useTranslation } from 'react-i18next';
import { MAP_LAYERS, type MapLayer } from '../../stores/map-address.ts';
import { useApp, useMap } from '../../stores/StoresContext.tsx';
import { formatInteger } from '../../ui/format.ts';
import { useBaseMap } from '../use-base-map.ts';
import css from './MapSide.module.css';

export function LayerList({
	on,
	isHeat,
	onChange,
}: {
	on: readonly MapLayer[];
	/** The map shows heat now; of what is no rate there is none. */
	isHeat: boolean;
	onChange: (on: readonly MapLayer[]) => void;
}) {
	const { t } = useTranslation();
	const tree = useApp((state) => state.tree);
	const events = useMap((state) => state.events.value);
	const keyPlace = useMap((state) => state.keyPlace.value);
	const component = useMap((state) => state.component.value);
	const hazard = useMap((state) => state.hazard.value);
	const hotspots = useMap((state) => state.hotspots.value);
	const chains = useMap((state) => state.chains.value);
	const hasBase = useBaseMap() !== null;
	const places = { keyPlace, component, hazard };

	const noteOf = (layer: MapLayer): string => {
		if (!on.includes(layer)) return '';
		if (layer === 'events') return events === null ? '' : formatInteger(events.total);
		if (layer === 'hotspots') return hotspots === null ? '' : formatInteger(hotspots.spots.length);
		if (layer === 'heat') return isHeat ? '' : t('mapSpots.noHeat');
		if (layer === 'chains') return chains === null ? '' : formatInteger(chains.total);
		if (layer === 'keyPlace' || layer === 'component' || layer === 'hazard') {
			const own = places[layer];
			if (own === null) return '';
			return own.isConnected ? formatInteger(own.total) : t('status.notConnected');
		}
		if (layer === 'dedicated') {
			return formatInteger(
				tree.list.filter(({ gridType, level }) => level === 'grid' && gridType === 'dedicated').length,
			);
		}
		if (layer === 'microGrid') return formatInteger(tree.list.filter(({ level }) => level === 'microGrid').length);
		return '';
	};
	const missing = (layer: MapLayer): boolean =>
		layer === 'base'
			? !hasBase
			: (layer === 'road' || layer === 'water' || layer === 'microGrid') && !tree.layers.includes(layer);
	return (
		<fieldset className={css.layers}>
			<legend className={css.title}>{t('mapPage.layersTitle')}</legend>
			{MAP_LAYERS.map((layer) => (
				<label key={layer} className={css.layer}>
					<input
						type="checkbox"
						checked={on.includes(layer) && !missing(layer)}
						disabled={missing(layer)}
						onChange={(event) =>
							onChange(MAP_LAYERS.filter((one) => (one === layer ? event.target.checked : on.includes(one))))
						}
					/>
					<span>{t(`mapPage.layers.${layer}`)}</span>
					<span className={css.count}>{missing(layer) ? t('status.notConnected') : noteOf(layer)}</span>
				</label>
			))}
			{on.includes('events') && events !== null && events.sensitive + events.unplaced > 0 && (
				<p className={css.note}>{t('mapPage.offMap', { sensitive: events.sensitive, unplaced: events.unplaced })}</p>
			)}
		</fieldset>
	);
}
