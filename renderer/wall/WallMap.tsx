// The map card of the wall: every grid's most urgent light, towns by name, a legend with counts (pictures 08, 09).

import './wall-map.css';
import { useMemo } from 'react';
import type { MethodOutput } from '../../shared/contract/contract.ts';
import { baseMapOf } from '../boards/base-map-of.ts';
import type { Client } from '../client/client.ts';
import { DistrictMap, type MapArea } from '../map/DistrictMap.tsx';
import type { LayerName } from '../map/map-style.ts';
import type { Language } from '../text/language.ts';
import type { WallWords } from '../text/wall-words.ts';
import { LightShape } from '../ui/LightShape.tsx';
import type { Overview } from './wall-figures.ts';
import { wallMapModel } from './wall-map-model.ts';

export interface WallMapProps {
	client: Client;
	revision: number;
	overview: Overview;
	areas: MethodOutput<'areas.listAreas'>;
	basemaps: MethodOutput<'map.listBasemaps'> | null;
	language: Language;
	words: WallWords;
	isWide: boolean;
	unitPx: number;
}

const NO_AREAS: readonly MapArea[] = [];

export function WallMap({
	client,
	revision,
	overview,
	areas,
	basemaps,
	language,
	words,
	isWide,
	unitPx,
}: WallMapProps) {
	const model = useMemo(() => wallMapModel(overview, areas), [overview, areas]);
	const key = JSON.stringify(basemaps);
	const base = useMemo(() => baseMapOf(JSON.parse(key)), [key]);
	const layers = useMemo(() => {
		const urls: Partial<Record<LayerName, string>> = {};
		for (const name of areas.layers) {
			if (name !== 'microGrid' && name !== 'village') urls[name] = client.layerUrl(name, revision);
		}
		return urls;
	}, [areas, client, revision]);
	if (model === null || model.frame === null) {
		return (
			<section className="wall-card wall-map">
				<p className="wall-no-map">{words.noMap}</p>
			</section>
		);
	}
	const title = isWide ? words.mapTitle[model.level] : words.mapTitleShort[model.level];
	return (
		<section className="wall-card wall-map">
			<header>
				<h2>
					{model.areaCount} {title}
				</h2>
				<ul className="wall-legend">
					{model.legend.map(({ light, count }) => (
						<li key={light}>
							{light === 'green' || light === 'none' ? (
								<i className="wall-swatch" data-light={light} />
							) : (
								<LightShape light={light} size="0.84em" />
							)}
							{words.eventLights[light]} <b>{count}</b>
						</li>
					))}
				</ul>
			</header>
			<div className="wall-map-body">
				<DistrictMap
					label={`${model.areaCount} ${title}`}
					layers={layers}
					level={model.level}
					scheme="lights"
					fills={model.fills}
					areas={NO_AREAS}
					labels={model.labels}
					marks={model.marks}
					frame={model.frame}
					theme="dark"
					language={language}
					isInteractive={false}
					base={base}
					approval={basemaps?.approval == null ? undefined : words.approval(basemaps.approval)}
					scale={unitPx / (isWide ? 4.8 : 5.6)}
				/>
			</div>
		</section>
	);
}
