// The grids on the map by the chosen measure: households, load of a full-time member. Classes as on every map.

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classBreaks } from '../../map/class-breaks.ts';
import { DistrictMap } from '../../map/DistrictMap.tsx';
import type { HoverText } from '../../map/HoverCard.tsx';
import { MapLegend } from '../../map/MapLegend.tsx';
import { useApp, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatInteger } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { useTheme } from '../../ui/theme-context.ts';
import css from '../MapPanel.module.css';
import { useMapLayers } from '../use-map-layers.ts';
import type { DivisionRow } from './division-rows.ts';

const MEASURES = ['households', 'load'] as const;
const NO_LABELS: readonly never[] = [];

export function DivisionMap({ view, rows, hasStaff }: { view: View; rows: readonly DivisionRow[]; hasStaff: boolean }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { theme } = useTheme();
	const { location } = useStores();
	const [measure, setMeasure] = useState<(typeof MEASURES)[number]>('households');
	const tree = useApp((state) => state.tree);
	const layers = useMapLayers();
	const byArea = useMemo(() => new Map(rows.map((row) => [row.area, row])), [rows]);
	const breaks = useMemo(() => classBreaks(new Map(rows.map((row) => [row.area, row[measure]])), 0), [rows, measure]);
	const areas = useMemo(
		() =>
			rows.flatMap((row) => {
				const point = tree.byCode.get(row.area)?.labelPoint ?? null;
				return point === null ? [] : [{ code: row.area, name: row.name, point }];
			}),
		[rows, tree],
	);
	const labels = useMemo(() => {
		const children = (tree.childrenOf.get(view.area.code) ?? NO_LABELS).filter((child) => child.level !== 'microGrid');
		return children.flatMap((child) =>
			child.labelPoint === null || child.level === 'grid'
				? []
				: [{ code: child.code, name: child.shortName, figure: null, point: child.labelPoint }],
		);
	}, [tree, view.area.code]);
	const describe = useMemo(
		() =>
			(code: string): HoverText | null => {
				const row = byArea.get(code);
				if (!row) return null;
				const value = row[measure];
				return {
					title: [row.town, row.name].filter(Boolean).join(' '),
					figure: value === null ? t('status.notDelivered') : formatInteger(value),
					unit: value === null ? '' : t(measure === 'load' ? 'division.loadUnit' : 'division.householdsUnit'),
					note: t(`divisionSize.${row.size}`),
				};
			},
		[byArea, measure, t],
	);
	const district = tree.list.find((area) => area.level === 'district');
	const frame = view.area.bbox ?? district?.bbox ?? null;
	const isDrawn = frame !== null && tree.layers.includes('grid');
	return (
		<Panel
			title={t('division.map')}
			isFlush
			actions={
				<Segmented
					label={t('division.measure')}
					value={measure}
					choices={MEASURES.map((one) => ({
						value: one,
						text: t(`divisionColumns.${one}`),
						isDisabled: one === 'load' && !hasStaff,
					}))}
					onChoose={setMeasure}
				/>
			}
		>
			{isDrawn ? (
				<>
					<div className={css.map}>
						<DistrictMap
							label={`${t('division.map')} ${t(`divisionColumns.${measure}`)}`}
							layers={layers}
							level="grid"
							scheme="ramp"
							fills={breaks.rampByArea}
							areas={areas}
							labels={labels}
							selected={view.path.length > 1 ? view.area.code : null}
							frame={frame}
							theme={theme}
							language={language}
							describe={describe}
							onPick={(area) => location.getState().goTo({ area, section: 'profile' })}
						/>
					</div>
					<div className={css.legend}>
						<MapLegend
							classes={breaks.classes}
							level="grid"
							decimals={0}
							noDataLabel={t('status.notDelivered')}
							language={language}
						/>
					</div>
				</>
			) : (
				<div className={css.none}>
					<EmptyNote title={t('map.noLayer')}>{t('map.noLayerHint')}</EmptyNote>
				</div>
			)}
		</Panel>
	);
}
