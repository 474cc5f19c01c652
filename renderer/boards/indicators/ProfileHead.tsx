// The head of a profile: whose, how large, how cut, and its index with grade and rank.

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaProfile, Composite } from '../../stores/indicators-store.ts';
import type { View } from '../../stores/use-view.ts';
import { Figure } from '../../ui/Figure.tsx';
import { formatDecimal, formatInteger } from '../../ui/format.ts';
import css from './IndicatorHead.module.css';
import { ScoreNumber } from './ScoreNumber.tsx';

function Fact({ label, children }: { label: string; children: ReactNode }) {
	return (
		<div className={css.fact}>
			<dt>{label}</dt>
			<dd>{children}</dd>
		</div>
	);
}

export function ProfileHead({
	view,
	profile,
	composite,
}: {
	view: View;
	profile: AreaProfile;
	composite: Composite | null;
}) {
	const { t } = useTranslation();
	const { composition } = profile;
	const { area } = view;
	const count = (value: number | null) => (value === null ? t('status.notDelivered') : formatInteger(value));
	const places = composition.keyPlaces?.reduce((sum, place) => sum + place.count, 0) ?? null;
	const kind = [
		t(`profile.level_${area.level}`),
		area.peerGroup === 'all' || area.level === 'district' ? '' : t(`profile.${area.peerGroup}`),
		composition.gridType === null ? '' : t(`gridTypes.${composition.gridType}`),
	];
	return (
		<section className={css.head} aria-label={area.name}>
			<div className={css.names}>
				<h2 className={css.title}>{area.name}</h2>
				<p className={css.sub}>{kind.filter(Boolean).join(' • ')}</p>
			</div>
			{composite !== null && composite.area === area.code && (
				<div className={css.lead}>
					{composite.score === null ? (
						<span className={css.missing}>{t('profile.tooLittle')}</span>
					) : (
						<ScoreNumber
							area={composite.area}
							period={composite.period}
							dimension={null}
							text={`${formatDecimal(composite.score)} ${t('profile.pointsUnit')}`}
						>
							<Figure text={formatDecimal(composite.score)} unit={t('profile.pointsUnit')} size="card" />
						</ScoreNumber>
					)}
					<span className={css.stack}>
						<b>{composite.grade === null ? t('profile.noGrade') : t('profile.grade', { grade: composite.grade })}</b>
						<span>
							{t('profile.index')}
							{composite.rank !== null &&
								composite.rankedCount > 1 &&
								` • ${t('indicators.peerPlace', { rank: composite.rank, of: composite.rankedCount })}`}
						</span>
					</span>
				</div>
			)}
			<dl className={`${css.facts} ${css.wide}`}>
				<Fact label={t('profile.households')}>{count(composition.households)}</Fact>
				<Fact label={t('profile.residents')}>{count(composition.residents)}</Fact>
				<Fact label={t('profile.areaKm2')}>
					{composition.areaKm2 === null ? t('status.notDelivered') : formatDecimal(composition.areaKm2, 2)}
				</Fact>
				{composition.towns > 0 && <Fact label={t('profile.towns')}>{formatInteger(composition.towns)}</Fact>}
				{composition.villages > 0 && <Fact label={t('profile.villages')}>{formatInteger(composition.villages)}</Fact>}
				{area.level !== 'grid' && <Fact label={t('profile.grids')}>{formatInteger(composition.grids)}</Fact>}
				<Fact label={t('profile.microGrids')}>{formatInteger(composition.microGrids)}</Fact>
				<Fact label={t('profile.keyPlaces')}>{places === null ? t('status.notConnected') : formatInteger(places)}</Fact>
				{area.level === 'grid' && (
					<Fact label={t('division.basis')}>
						{composition.divisionBasis.map((basis) => t(`divisionBasis.${basis}`)).join('、') ||
							t('status.notDelivered')}
					</Fact>
				)}
			</dl>
		</section>
	);
}
