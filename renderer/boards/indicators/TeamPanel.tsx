// 队伍: who works in the area by role, the load of a full-time member, and the figures of the team.

import { useTranslation } from 'react-i18next';
import type { AreaProfile } from '../../stores/indicators-store.ts';
import { useApp, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatInteger } from '../../ui/format.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { indicatorName, kindOf, readingText, unitOf } from '../reading-words.ts';
import { isMissing, shownLight } from './indicator-groups.ts';
import css from './TeamPanel.module.css';

const ROLES = ['GL', 'GF', 'GP', 'GI', 'ML', 'NX'] as const;
const isRole = (role: string): role is (typeof ROLES)[number] => (ROLES as readonly string[]).includes(role);

export function TeamPanel({ profile }: { profile: AreaProfile }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const definitions = useApp((state) => state.definitions);
	const { team } = profile;
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
								{team.householdsPerFullTime === null ? t('words.none') : formatInteger(team.householdsPerFullTime)}
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
								<button
									type="button"
									className={css.row}
									onClick={() => location.getState().openIndicator(reading.indicator)}
								>
									<LightShape light={shownLight(row)} size={9} />
									<span className={css.name}>{indicatorName(definition, reading.indicator, language)}</span>
									<span className={value.isFigure ? undefined : css.quiet}>
										{value.text} {value.isFigure && unitOf(definition, language)}
									</span>
								</button>
							</li>
						);
					})}
				</ul>
			</div>
		</Panel>
	);
}
