// Beside the map: layers, tools with the readings of a selection, what was pressed, the hot grids.

import { useTranslation } from 'react-i18next';
import { useApp, useLocation, useMap, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { Panel } from '../../ui/Panel.tsx';
import { FocusList } from './FocusList.tsx';
import { LayerList } from './LayerList.tsx';
import type { Focus } from './MapOver.tsx';
import css from './MapSide.module.css';
import { SelectionReadings } from './SelectionReadings.tsx';
import type { Drawing, Tool } from './use-drawing.ts';
import type { MapModel } from './use-map-model.ts';

const TOOLS: readonly Tool[] = ['measure', 'select'];

function Hotspots() {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const tree = useApp((state) => state.tree);
	const hotspots = useMap((state) => state.hotspots.value);
	if (hotspots === null) return null;
	return (
		<section className={css.part} aria-label={t('mapPage.layers.hotspots')}>
			<h3 className={css.title}>{t('mapPage.layers.hotspots')}</h3>
			{hotspots.spots.length === 0 && <p className={css.note}>{t('mapPage.noHotspots')}</p>}
			<ul className={css.list}>
				{hotspots.spots.map((spot) => (
					<li key={`${spot.area} ${spot.classCode}`}>
						<button type="button" className={css.item} onClick={() => location.getState().goTo({ area: spot.area })}>
							<b className={css.count}>{spot.now}</b>
							<span>
								{tree.byCode.get(spot.area)?.name ?? spot.area} {language === 'en' ? spot.class.en : spot.class.zh}
							</span>
							<small title={t('mapPage.weeks')}>{spot.weeks.join(' ')}</small>
						</button>
					</li>
				))}
			</ul>
			<p className={css.note}>{t('mapPage.hotRule')}</p>
		</section>
	);
}

export function MapSidePanel({
	model,
	drawing,
	focus,
	onFocus,
}: {
	model: MapModel;
	drawing: Drawing;
	focus: Focus | null;
	onFocus: (focus: Focus | null) => void;
}) {
	const { t } = useTranslation();
	const layers = useLocation((state) => state.address.map.layers);
	const events = useMap((state) => state.events.value);
	const { tool } = drawing;
	return (
		<Panel title={t('mapPage.sideTitle')} isFlush className={css.panel}>
			<div className={css.body}>
				{focus !== null && <FocusList focus={focus} onClose={() => onFocus(null)} />}
				<LayerList on={layers} onChange={(next) => model.change({ layers: next })} />
				<section className={css.part} aria-label={t('mapPage.tools')}>
					<h3 className={css.title}>{t('mapPage.tools')}</h3>
					<div className={css.tools}>
						{TOOLS.map((one) => (
							<button
								key={one}
								type="button"
								className="button"
								aria-pressed={tool === one}
								onClick={() => drawing.choose(tool === one ? null : one)}
							>
								{t(`mapPage.${one}`)}
							</button>
						))}
						{drawing.points.length > 0 && (
							<button type="button" className="link" onClick={drawing.back}>
								{t('mapPage.back')}
							</button>
						)}
					</div>
					{tool === 'measure' && <p className={css.note}>{drawing.words ?? t('mapPage.measureHint')}</p>}
					{tool === 'select' && (
						<SelectionReadings model={model} drawing={drawing} events={layers.includes('events') ? events : null} />
					)}
				</section>
				{layers.includes('hotspots') && <Hotspots />}
			</div>
		</Panel>
	);
}
