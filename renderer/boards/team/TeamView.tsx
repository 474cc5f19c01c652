// 队伍: the figures of the area, posts and load by town, how load is spread, training beside its outcome, who the members
// are, what they were promised. No person is named; a few people are never counted out.

import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isAwaited } from '../../stores/loadable.ts';
import { useApp, useStores, useTeam } from '../../stores/StoresContext.tsx';
import type { Team } from '../../stores/team-store.ts';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatInteger } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { indicatorName } from '../reading-words.ts';
import { ClueScatter } from './ClueScatter.tsx';
import { FigureStrip } from './FigureStrip.tsx';
import { GuaranteePanel } from './GuaranteePanel.tsx';
import { LoadPanel } from './LoadPanel.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import css from './TeamView.module.css';
import { TownTable } from './TownTable.tsx';
import { TrainingPanel } from './TrainingPanel.tsx';
import { bookOf, countCell, figureCell, figureOf, loadCell, vacancyOf } from './team-cells.ts';

const STRIP = ['TM01', 'TM02', 'TM03', 'TM04', 'TM05', 'TM06', 'TM07', 'OP07', 'GU01', 'GU02', 'GU03', 'GU04'];
/** Training figures with the outcome that each should move (domain.md §5.5). */
const CLUES = ['TM03', 'TM04', 'TM05', 'OP07', 'TM06', 'TM07'];
const PAIRS = [
	['TM03', 'TM05'],
	['TM04', 'OP07'],
] as const;
const LOADS = ['events', 'visits', 'patrolKm'] as const;

function useTables(team: Team) {
	const { t } = useTranslation();
	const language = useLanguage();
	const definitions = useApp((state) => state.definitions);
	return useMemo(() => {
		const book = bookOf(team.readings);
		const nameOf = (code: string) => indicatorName(definitions.get(code), code, language);
		const figure = (code: string, head = nameOf(code)) => ({
			key: code,
			head,
			name: nameOf(code),
			cellOf: (area: string) => figureCell(figureOf(book, area, code), definitions.get(code), t),
		});
		const posts = (key: 'planned' | 'filled' | 'vacant') => ({
			key,
			head: t(`team.${key}`),
			cellOf: (area: string) => {
				const reading = figureOf(book, area, 'TM01');
				const known = reading && reading.status !== 'notConnected' && reading.status !== 'notDelivered';
				const amount = key === 'planned' ? reading?.den : key === 'filled' ? reading?.num : vacancyOf(reading);
				return countCell(known ? (amount ?? null) : null, reading, t);
			},
		});
		const loads = LOADS.map((measure) => ({
			key: measure,
			head: t(`team.${measure}`),
			cellOf: (area: string) =>
				loadCell(
					team.loads.find((one) => one.measure === measure),
					area,
					t,
				),
		}));
		return {
			book,
			nameOf,
			posts: [posts('planned'), posts('filled'), posts('vacant'), figure('TM02', t('team.households')), ...loads],
			clues: CLUES.map((code) => figure(code)),
		};
	}, [team, definitions, language, t]);
}

function TeamPanels({ view, team, isBusy }: { view: View; team: Team; isBusy: boolean }) {
	const { t } = useTranslation();
	const { book, nameOf, posts, clues } = useTables(team);
	const area = view.area.code;
	const others = team.posts?.filter(({ role }) => role !== 'GF') ?? [];
	const isDistrict = view.path.length === 1;
	const total = isDistrict ? { area, name: t('team.whole', { name: view.area.shortName }) } : null;
	return (
		<>
			<FigureStrip
				label={t('team.figures')}
				period={view.period}
				items={STRIP.flatMap((code) => {
					const reading = figureOf(book, area, code);
					return reading ? [{ reading }] : [];
				})}
			/>
			<div className={css.pair}>
				<Panel title={t('team.postsAndLoad')} note={t('team.postsNote')} isBusy={isBusy} isFlush>
					<TownTable caption={t('team.postsAndLoad')} areas={team.areas} current={area} total={total} columns={posts} />
					{others.map(({ role, planned, filled }) => (
						<p key={role} className={css.foot}>
							{t('team.postsByRole', {
								role: role in ROLE_WORDS ? t(`roles.${role as keyof typeof ROLE_WORDS}`) : role,
								planned: planned === null ? t('status.notDelivered') : formatInteger(planned),
								filled: filled === null ? t('status.notDelivered') : formatInteger(filled),
							})}
						</p>
					))}
				</Panel>
				<div className={css.stack}>
					<LoadPanel team={team} isBusy={isBusy} />
					<TrainingPanel team={team} isBusy={isBusy} />
				</div>
			</div>
			<div className={css.pair}>
				<Panel
					title={t('team.clues')}
					note={
						<>
							<b className={css.caveat}>{t('team.caveat')}</b> {t('team.cluesNote')}
						</>
					}
					isBusy={isBusy}
					isFlush
				>
					<TownTable caption={t('team.clues')} areas={team.areas} current={area} total={total} columns={clues} />
					<div className={css.scatters}>
						{PAIRS.map(([x, y]) => (
							<ClueScatter
								key={x}
								xName={nameOf(x)}
								yName={nameOf(y)}
								current={area}
								points={team.areas.flatMap((town) => {
									const [first, second] = [figureOf(book, town.area, x)?.value, figureOf(book, town.area, y)?.value];
									return first == null || second == null ? [] : [{ ...town, x: first, y: second }];
								})}
							/>
						))}
					</div>
				</Panel>
				<div className={css.stack}>
					<PeoplePanel team={team} isBusy={isBusy} />
					<GuaranteePanel team={team} isBusy={isBusy} />
				</div>
			</div>
		</>
	);
}

const ROLE_WORDS = { GL: 0, GF: 0, GP: 0, GI: 0, ML: 0, NX: 0 };

export function TeamView({ view }: { view: View }) {
	const { t } = useTranslation();
	const { team: store } = useStores();
	const team = useTeam((state) => state.team);
	const area = view.area.code;
	useEffect(() => store.getState().loadTeam(area, view.period), [store, area, view.period]);
	if (team.value === null) {
		return team.error === null ? (
			<div aria-busy="true">
				<EmptyNote title={t('team.loading')} />
			</div>
		) : (
			<FailureNote error={team.error} isOld={false} />
		);
	}
	return (
		<>
			{team.error !== null && <FailureNote error={team.error} isOld />}
			<TeamPanels view={view} team={team.value} isBusy={isAwaited(team)} />
		</>
	);
}
