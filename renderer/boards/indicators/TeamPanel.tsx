// 队伍: who works in the area by role, the load of a full-time member, and the figures of the team.

import { useTranslation } from 'react-i18next';
import type { AreaProfile } from '../../stores/indicators-store.ts';
import { useApp, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatInteger } from '../../ui/format.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { figureOf, ProofNumber } from '../ProofNumber.tsx';
import { indicatorName, kindOf, readingText, unitOf } from '../reading-words.ts';
import { isMissing, shownLight } from './indicator-groups.ts';
import css from './TeamPanel.module.css';

const ROLES = ['GL', 'GF', 'GP', 'GI', 'ML', 'NX'] as const;
const isRole = (role: string): role is (typeof ROLES)[number] => (ROLES as readonly string[]).includes(role);

/** Households of a full-time member. */
const LOAD = 'TM02';

export function TeamPanel({ profile }: { profile: AreaProfile }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const definitions = useApp((state) => state.definitions);
	const { team } = profile;
	const load = profile.rows.find(({ reading }) => reading.indicator === LOAD)?.reading;
	// The load is stated as of now; the figure of the catalogue is its proof where both say the same.
	const loadFigure = load && load.value === team?.householdsPerFullTime ? figureOf(load) : null;
	const figures = profile.rows.filter((row) => row.dimension === 'team' && !isMissing(row));
	return (
		<Panel title={t('dimensions.team')} note={team === null ? undefined : t('profile.inPost')} isFlush>
			<div className={css.body}>
				{team === null ? (
					<div className={css.none}>
						<EmptyNote title={t('status.notConnected')}>{t('profile.needsStaff')}</EmptyNote>
					</div>
				) : (
					<dl className={css.roles}>
						{team.roles.map(({ role, count }) => (
							<div key={role}>
								<dt>{isRole(role) ? t(`roles.${role}`) : t('roles.other')}</dt>
								<dd>{formatInteger(count)}</dd>
							</div>
						))}
						<div>
							<dt>{t('division.load')}</dt>
							<dd>
								{team.householdsPerFullTime === null ? (
									t('words.none')
								) : (
									<ProofNumber figure={loadFigure} text={formatInteger(team.householdsPerFullTime)} />
								)}
							</dd>
						</div>
					</dl>
				)}
				<ul>
					{figures.map((row) => {
						const { reading } = row;
						const definition = definitions.get(reading.indicator);
						const value = readingText(reading, kindOf(definition), t);
						return (
							<li key={reading.indicator}>
								<div className={css.row}>
									<LightShape light={shownLight(row)} size={9} />
									<button
										type="button"
										className={css.name}
										onClick={() => location.getState().openIndicator(reading.indicator)}
									>
										{indicatorName(definition, reading.indicator, language)}
									</button>
									<span className={value.isFigure ? undefined : css.quiet}>
										<ProofNumber
											figure={figureOf(reading)}
											text={`${value.text} ${value.isFigure ? unitOf(definition, language) : ''}`.trim()}
										/>
									</span>
								</div>
							</li>
						);
					})}
				</ul>
			</div>
		</Panel>
	);
}
