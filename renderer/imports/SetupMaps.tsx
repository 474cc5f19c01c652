// The part of the settings form about maps: approval number, online map, and the basemaps that the operator adds.
// Packs act at once; a refused file is worded and changes nothing.

import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PACK_FAULTS } from '../../shared/contract/schemas/basemaps.ts';
import type { CoordinateSystem } from '../stores/basemaps-store.ts';
import { useApp, useBasemaps, useStores } from '../stores/StoresContext.tsx';
import { formatDecimal, formatInteger } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import css from './SetupDialog.module.css';
import { type PartProps, Section } from './SetupTimes.tsx';

const SYSTEMS: readonly CoordinateSystem[] = ['wgs84', 'gcj02', 'bd09'];
const STYLES = ['vec', 'img'] as const;

function Packs() {
	const { t } = useTranslation();
	const { basemaps } = useStores();
	const packs = useBasemaps((state) => state.basemaps.value?.packs ?? null);
	const adding = useBasemaps((state) => state.adding);
	const failure = useBasemaps((state) => state.failure);
	const leftOut = useBasemaps((state) => state.leftOut);
	const canWrite = useApp((state) => state.app.value?.cacheState !== 'readOnly');
	const [system, setSystem] = useState<CoordinateSystem>('wgs84');
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => basemaps.getState().load(), [basemaps]);
	const fault = PACK_FAULTS.find((one) => one === failure?.details['fault']);
	return (
		<>
			<p className={css.line}>
				{t('basemap.packs')}
				{packs?.length === 0 && <span className={css.quiet}>{t('basemap.none')}</span>}
			</p>
			<ul>
				{packs?.map(({ packId, name, kind, bytes, isRemoved, reachesDistrict }) => {
					const action = t(isRemoved ? 'basemap.restore' : 'basemap.remove');
					return (
						<li key={packId} className={css.line}>
							<b>{name}</b>
							<span className={css.quiet}>
								{t(`basemap.kinds.${kind}`)} • {t('basemap.size', { n: formatDecimal(bytes / 1024 ** 2, 1) })}
							</span>
							{isRemoved && <span className={css.quiet}>{t('basemap.removed')}</span>}
							{!isRemoved && !reachesDistrict && (
								<span className={css.pair}>
									<LightShape light="yellow" /> {t('basemap.beside')}
								</span>
							)}
							<button
								type="button"
								className="link"
								disabled={!canWrite}
								aria-label={t('basemap.nameOf', { action, name })}
								onClick={() => void basemaps.getState().setRemoved(packId, !isRemoved)}
							>
								{action}
							</button>
						</li>
					);
				})}
			</ul>
			<p className={css.line}>
				<label className={css.pair}>
					{t('basemap.system')}
					<select value={system} onChange={(event) => setSystem(event.target.value as CoordinateSystem)}>
						{SYSTEMS.map((one) => (
							<option key={one} value={one}>
								{t(`basemap.systems.${one}`)}
							</option>
						))}
					</select>
				</label>
				<input
					ref={field}
					type="file"
					accept=".pmtiles,.geojson,.json"
					className="visually-hidden"
					tabIndex={-1}
					data-part="basemap"
					aria-label={t('basemap.add')}
					onChange={(event) => {
						const file = event.target.files?.[0];
						event.target.value = '';
						if (file) void basemaps.getState().add(file, system);
					}}
				/>
				<button
					type="button"
					className="link"
					disabled={!canWrite || adding !== null}
					onClick={() => field.current?.click()}
				>
					{t(adding === null ? 'basemap.add' : 'basemap.adding')}
				</button>
			</p>
			{failure !== null && (
				<p role="alert" className={css.line}>
					<LightShape light="red" />
					{t('basemap.refused', {
						why: fault === undefined ? t(`errors.${failure.code}`) : t(`basemap.faults.${fault}`),
					})}
				</p>
			)}
			{leftOut > 0 && (
				<p role="status" className={css.line}>
					{t('basemap.leftOut', { n: formatInteger(leftOut) })}
				</p>
			)}
		</>
	);
}

export function Maps({ settings, onChange }: PartProps) {
	const { t } = useTranslation();
	const { tianditu } = settings;
	return (
		<Section title={t('basemap.title')} hint={t('basemap.hint')}>
			<div className={css.grid}>
				<label>
					{t('basemap.approval')}
					<input
						value={settings.mapApproval ?? ''}
						maxLength={60}
						title={t('basemap.approvalHint')}
						onChange={(event) => onChange({ mapApproval: event.target.value })}
					/>
				</label>
				<label>
					{t('basemap.key')}
					<input
						type="password"
						autoComplete="off"
						value={tianditu?.key ?? ''}
						placeholder={t('basemap.keyHint')}
						title={t('basemap.keyHint')}
						onChange={(event) =>
							onChange({ tianditu: { style: tianditu?.style ?? 'vec', key: event.target.value.trim() } })
						}
					/>
				</label>
				<label>
					{t('basemap.style')}
					<select
						value={tianditu?.style ?? 'vec'}
						disabled={tianditu === undefined || tianditu.key === ''}
						onChange={(event) =>
							tianditu && onChange({ tianditu: { ...tianditu, style: event.target.value === 'img' ? 'img' : 'vec' } })
						}
					>
						{STYLES.map((one) => (
							<option key={one} value={one}>
								{t(`basemap.${one}`)}
							</option>
						))}
					</select>
				</label>
			</div>
			<Packs />
		</Section>
	);
}
