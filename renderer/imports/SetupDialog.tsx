// The settings of the district in one form: title, code, outline, order of towns, working hours, sources, colour. Saves
// the whole file or nothing; what is refused says where.

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp, useSettings, useStores } from '../stores/StoresContext.tsx';
import type { Settings } from '../stores/settings-store.ts';
import { useLanguage } from '../stores/use-view.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { useModal } from '../ui/use-modal.ts';
import { outlineOf } from './outline-file.ts';
import css from './SetupDialog.module.css';
import { Maps } from './SetupMaps.tsx';
import { Hours, type PartProps, Section, Sources } from './SetupTimes.tsx';

const DEFAULT_ACCENT = { accentLight: '#1668dc', accentDark: '#4c9bff' } as const;

function Identity({ settings, onChange }: PartProps) {
	const { t } = useTranslation();
	const field = useRef<HTMLInputElement>(null);
	const [isWrong, setWrong] = useState(false);
	const district = settings.district ?? { code: '', name: '' };
	return (
		<Section title={t('setup.centre')}>
			<div className={css.grid}>
				<label>
					{t('setup.centreName')}
					<input
						value={settings.centreName ?? ''}
						maxLength={40}
						onChange={(event) => onChange({ centreName: event.target.value })}
					/>
				</label>
				<label>
					{t('setup.districtCode')}
					<input
						inputMode="numeric"
						value={district.code}
						onChange={(event) => onChange({ district: { ...district, code: event.target.value.trim() } })}
					/>
				</label>
				<label>
					{t('setup.districtName')}
					<input
						value={district.name}
						onChange={(event) => onChange({ district: { ...district, name: event.target.value } })}
					/>
				</label>
			</div>
			<p className={css.line}>
				{t('setup.outline')}
				<span className={css.quiet}>
					{isWrong ? t('setup.outlineWrong') : t(settings.outline ? 'setup.outlineSet' : 'setup.outlineNone')}
				</span>
				<input
					ref={field}
					type="file"
					accept=".geojson,.json"
					className="visually-hidden"
					tabIndex={-1}
					data-part="outline"
					aria-label={t('setup.outlineChoose')}
					onChange={(event) => {
						const file = event.target.files?.[0];
						event.target.value = '';
						void file?.text().then((text) => {
							const outline = outlineOf(text);
							setWrong(outline === null);
							if (outline !== null) onChange({ outline });
						});
					}}
				/>
				<button type="button" className="link" onClick={() => field.current?.click()}>
					{t('setup.outlineChoose')}
				</button>
				{settings.outline !== undefined && (
					<button type="button" className="link" onClick={() => onChange({ outline: undefined })}>
						{t('setup.outlineDrop')}
					</button>
				)}
			</p>
		</Section>
	);
}

function Order({ settings, onChange }: PartProps) {
	const { t } = useTranslation();
	const tree = useApp((state) => state.tree);
	const towns = [...tree.byCode.values()].filter(({ level }) => level === 'town');
	const stated = settings.townOrder ?? [];
	const codes = [
		...stated.filter((code) => tree.byCode.has(code)),
		...towns.map(({ code }) => code).filter((code) => !stated.includes(code)),
	];
	const move = (at: number, by: number): void => {
		const next = [...codes];
		const [code] = next.splice(at, 1);
		if (code !== undefined) next.splice(at + by, 0, code);
		onChange({ townOrder: next });
	};
	return (
		<Section title={t('setup.order')} hint={t('setup.orderHint')}>
			{codes.length === 0 && <p className={css.quiet}>{t('setup.orderNone')}</p>}
			<ol className={css.towns}>
				{codes.map((code, index) => {
					const name = tree.byCode.get(code)?.name ?? code;
					return (
						<li key={code}>
							<span>
								{index + 1} {name}
							</span>
							<button
								type="button"
								className="icon-button"
								aria-label={t('setup.up', { name })}
								disabled={index === 0}
								onClick={() => move(index, -1)}
							>
								<ArrowUp size={14} strokeWidth={1.75} aria-hidden />
							</button>
							<button
								type="button"
								className="icon-button"
								aria-label={t('setup.down', { name })}
								disabled={index === codes.length - 1}
								onClick={() => move(index, 1)}
							>
								<ArrowDown size={14} strokeWidth={1.75} aria-hidden />
							</button>
						</li>
					);
				})}
			</ol>
		</Section>
	);
}

function Colours({ settings, onChange }: PartProps) {
	const { t } = useTranslation();
	const colours = settings.colours ?? {};
	return (
		<Section title={t('setup.colours')}>
			<p className={css.line}>
				{(['accentLight', 'accentDark'] as const).map((name) => (
					<label key={name} className={css.pair}>
						{t(name === 'accentLight' ? 'setup.light' : 'setup.dark')}
						<input
							type="color"
							value={colours[name] ?? DEFAULT_ACCENT[name]}
							onChange={(event) => onChange({ colours: { ...colours, [name]: event.target.value } })}
						/>
					</label>
				))}
				{settings.colours !== undefined && (
					<button type="button" className="link" onClick={() => onChange({ colours: undefined })}>
						{t('setup.coloursReset')}
					</button>
				)}
			</p>
		</Section>
	);
}

/** Settings without the parts that were left blank. */
function withoutBlanks({ centreName, district, mapApproval, tianditu, ...rest }: Settings): Settings {
	return {
		...rest,
		...(mapApproval === undefined || mapApproval.trim() === '' ? {} : { mapApproval }),
		...(tianditu === undefined || tianditu.key === '' ? {} : { tianditu }),
		...(centreName === undefined || centreName.trim() === '' ? {} : { centreName }),
		...(district === undefined || (district.code === '' && district.name === '') ? {} : { district }),
	};
}

export function SetupDialog({ onClose }: { onClose: () => void }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { settings: store } = useStores();
	const answer = useSettings((state) => state.settings.value);
	const failure = useSettings((state) => state.failure);
	const canWrite = useApp((state) => state.app.value?.cacheState !== 'readOnly');
	const [settings, setSettings] = useState<Settings>(answer?.settings ?? { version: 1 });
	const dialog = useModal();
	const change = (part: Partial<Settings>): void => setSettings((before) => ({ ...before, ...part }));
	const save = async (): Promise<void> => {
		if (await store.getState().save(withoutBlanks(settings))) dialog.current?.close();
	};
	const part = { settings, onChange: change };
	return (
		<dialog ref={dialog} className={css.dialog} aria-labelledby="setup-title" onClose={onClose}>
			<header className={css.head}>
				<h2 id="setup-title">{t('setup.title')}</h2>
				<span className={css.quiet}>{t('setup.note')}</span>
			</header>
			<div className={css.body}>
				{answer?.problem && (
					<p role="alert" className={css.line}>
						<LightShape light="yellow" /> {language === 'en' ? t('setup.problem') : answer.problem.zh}
					</p>
				)}
				<Identity {...part} />
				<Hours {...part} />
				<Sources {...part} />
				<Order {...part} />
				<Maps {...part} />
				<Colours {...part} />
			</div>
			<footer className={css.foot}>
				{failure !== null && (
					<p role="alert" className={css.failure}>
						<LightShape light="red" /> {t('setup.refused', { why: failure.message })}
					</p>
				)}
				<button type="button" className="button button-primary" disabled={!canWrite} onClick={() => void save()}>
					{t('setup.save')}
				</button>
				<button type="button" className="button" onClick={() => dialog.current?.close()}>
					{t('setup.cancel')}
				</button>
			</footer>
		</dialog>
	);
}
