// Tables of the ledgers (domain.md §3, figures.md) and the one table of their earlier versions. Days are Shanghai day
// numbers, instants epoch seconds, shares 1 = 100 %; *_ref is a dict_item, area_place_id a place. NULL is "not delivered", never 0.

const PROVENANCE = `
	row_no INTEGER NOT NULL,
	batch_id INTEGER NOT NULL,
	first_batch_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;`;

export const sql = `
-- What a row of a ledger was before a batch changed it; undo puts it back.
CREATE TABLE ledger_version (
	superseded_by INTEGER NOT NULL,
	dataset TEXT NOT NULL,
	row_key TEXT NOT NULL,
	batch_id INTEGER NOT NULL, -- the batch that had brought it
	cells TEXT NOT NULL, -- JSON object, every column by name
	PRIMARY KEY (superseded_by, dataset, row_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE grid_lineage (
	row_key TEXT PRIMARY KEY,
	old_code TEXT NOT NULL,
	new_code TEXT NOT NULL,
	share REAL,
	change_type_ref INTEGER,
	effective_on INTEGER NOT NULL,${PROVENANCE}

CREATE TABLE handling_unit (
	row_key TEXT PRIMARY KEY,
	unit_id TEXT NOT NULL,
	unit_name TEXT,
	aliases TEXT,
	unit_kind_ref INTEGER,
	parent_unit_id TEXT,${PROVENANCE}

CREATE TABLE grid_staff (
	row_key TEXT PRIMARY KEY,
	staff_id TEXT NOT NULL,
	name_masked TEXT,
	role_ref INTEGER,
	age_band_ref INTEGER,
	edu_level_ref INTEGER,
	employ_type_ref INTEGER,
	social_work_cert_ref INTEGER,
	hired_on INTEGER,
	left_on INTEGER,
	leave_reason TEXT,
	pay_due_months INTEGER,
	pay_on_time_months INTEGER,
	insured_months INTEGER,
	is_insured INTEGER,
	is_device_issued INTEGER,
	account_active_at INTEGER,
	status_ref INTEGER,
	area_place_id INTEGER,${PROVENANCE}

CREATE TABLE staff_assignment (
	row_key TEXT PRIMARY KEY,
	staff_id TEXT NOT NULL,
	role_ref INTEGER,
	member_unit_ref INTEGER,
	is_primary INTEGER,
	start_on INTEGER,
	end_on INTEGER,
	last_action_on INTEGER,
	area_place_id INTEGER NOT NULL,${PROVENANCE}

CREATE TABLE training_session (
	row_key TEXT PRIMARY KEY,
	session_id TEXT NOT NULL,
	title TEXT,
	topic_ref INTEGER,
	mode_ref INTEGER,
	organiser_ref INTEGER,
	held_on INTEGER,
	hours REAL,
	planned_cnt INTEGER,
	area_place_id INTEGER,${PROVENANCE}

CREATE TABLE training_record (
	row_key TEXT PRIMARY KEY,
	session_id TEXT NOT NULL,
	staff_id TEXT NOT NULL,
	attended INTEGER,
	hours REAL,
	exam_score REAL,
	passed INTEGER,
	cert_no_hash TEXT,${PROVENANCE}

CREATE TABLE pop_aggregate (
	row_key TEXT PRIMARY KEY,
	as_of_on INTEGER NOT NULL,
	households INTEGER,
	pop_resident INTEGER,
	pop_registered INTEGER,
	pop_floating INTEGER,
	elderly_60 INTEGER,
	elderly_80 INTEGER,
	elderly_alone INTEGER,
	children_left INTEGER,
	disabled INTEGER,
	low_income INTEGER,
	rental_units INTEGER,
	vacant_units INTEGER,
	care_visit_due INTEGER,
	care_visit_done INTEGER,
	is_suppressed INTEGER,
	area_place_id INTEGER NOT NULL,${PROVENANCE}

CREATE TABLE key_place (
	row_key TEXT PRIMARY KEY,
	place_id TEXT NOT NULL,
	name TEXT,
	place_type_ref INTEGER,
	lng REAL,
	lat REAL,
	risk_level_ref INTEGER,
	last_check_on INTEGER,
	check_cycle_days INTEGER,
	open_hazards INTEGER,
	responsible_unit_ref INTEGER,
	area_place_id INTEGER,${PROVENANCE}

CREATE TABLE component (
	row_key TEXT PRIMARY KEY,
	comp_code TEXT NOT NULL,
	big_code TEXT,
	small_code TEXT,
	name TEXT,
	owner_dept_ref INTEGER,
	mgmt_dept_ref INTEGER,
	maintain_dept_ref INTEGER,
	unit_grid_code TEXT,
	lng REAL,
	lat REAL,
	state_ref INTEGER,
	surveyed_on INTEGER,
	has_photo INTEGER,
	area_place_id INTEGER,${PROVENANCE}

CREATE TABLE event_pause (
	row_key TEXT PRIMARY KEY,
	event_id TEXT NOT NULL,
	applied_at INTEGER,
	approved_at INTEGER,
	paused_at INTEGER NOT NULL,
	resumed_at INTEGER,
	reason_ref INTEGER,${PROVENANCE}

CREATE TABLE event_extension (
	row_key TEXT PRIMARY KEY,
	event_id TEXT NOT NULL,
	applied_at INTEGER NOT NULL,
	approved_at INTEGER,
	old_due_at INTEGER,
	new_due_at INTEGER,
	reason_ref INTEGER,
	is_approved INTEGER,${PROVENANCE}

CREATE TABLE event_return (
	row_key TEXT PRIMARY KEY,
	event_id TEXT NOT NULL,
	returned_at INTEGER NOT NULL,
	from_unit_ref INTEGER,
	to_unit_ref INTEGER,
	reason_ref INTEGER,
	is_accepted INTEGER,${PROVENANCE}

CREATE TABLE event_supervise (
	row_key TEXT PRIMARY KEY,
	event_id TEXT NOT NULL,
	supervised_at INTEGER NOT NULL,
	level_ref INTEGER,
	supervised_unit_ref INTEGER,
	supervise_due_at INTEGER,
	finished_at INTEGER,
	cancelled_at INTEGER,${PROVENANCE}

CREATE TABLE whistle (
	row_key TEXT PRIMARY KEY,
	whistle_id TEXT NOT NULL,
	event_id TEXT,
	initiator_unit_ref INTEGER,
	called_unit_ref INTEGER,
	level_ref INTEGER,
	whistled_at INTEGER,
	report_due_at INTEGER,
	reported_at INTEGER,
	on_site INTEGER,
	resolved INTEGER,
	town_score REAL,
	area_place_id INTEGER,${PROVENANCE}

CREATE TABLE patrol (
	row_key TEXT PRIMARY KEY,
	patrol_id TEXT NOT NULL,
	staff_id TEXT,
	start_at INTEGER,
	end_at INTEGER,
	minutes INTEGER,
	track_km REAL,
	points_required INTEGER,
	points_checked INTEGER,
	hazards_found INTEGER,
	events_reported INTEGER,
	is_valid INTEGER,
	area_place_id INTEGER,${PROVENANCE}

CREATE TABLE visit (
	row_key TEXT PRIMARY KEY,
	visit_id TEXT NOT NULL,
	staff_id TEXT,
	visited_on INTEGER,
	target_type_ref INTEGER,
	targets_cnt INTEGER,
	target_key_hash TEXT,
	purpose_ref INTEGER,
	need_raised INTEGER,
	need_resolved INTEGER,
	service_agent INTEGER,
	minutes INTEGER,
	area_place_id INTEGER,${PROVENANCE}

CREATE TABLE hazard (
	row_key TEXT PRIMARY KEY,
	hazard_id TEXT NOT NULL,
	place_id TEXT,
	hazard_type_ref INTEGER,
	level_ref INTEGER,
	found_on INTEGER,
	due_on INTEGER,
	rectified_on INTEGER,
	recheck_ok INTEGER,
	supervise_level_ref INTEGER,
	area_place_id INTEGER,${PROVENANCE}

CREATE TABLE dispute (
	row_key TEXT PRIMARY KEY,
	dispute_id TEXT NOT NULL,
	event_id TEXT,
	dispute_type_ref INTEGER,
	parties_band_ref INTEGER,
	amount_band_ref INTEGER,
	risk_ref INTEGER,
	accepted_at INTEGER,
	channel_ref INTEGER,
	mediator_org_ref INTEGER,
	method_ref INTEGER,
	stage_ref INTEGER,
	result_ref INTEGER,
	agreement_type_ref INTEGER,
	judicial_confirm INTEGER,
	performed_ref INTEGER,
	closed_at INTEGER,
	revisited_at INTEGER,
	relapse_within_180d INTEGER,
	area_place_id INTEGER,${PROVENANCE}

CREATE TABLE survey (
	row_key TEXT PRIMARY KEY,
	wave_id TEXT NOT NULL,
	period TEXT,
	method_ref INTEGER,
	sample_n INTEGER,
	valid_n INTEGER,
	q_know_member INTEGER,
	q_know_channel INTEGER,
	q_safe INTEGER,
	q_satisfied_n INTEGER,
	q_participate_n INTEGER,
	q_recognise_n INTEGER,
	weight REAL,
	moe REAL,
	area_place_id INTEGER NOT NULL,${PROVENANCE}

CREATE TABLE participation (
	row_key TEXT PRIMARY KEY,
	act_id TEXT NOT NULL,
	act_type_ref INTEGER,
	held_on INTEGER,
	persons INTEGER,
	issues_raised INTEGER,
	issues_adopted INTEGER,
	issues_done INTEGER,
	volunteers_registered INTEGER,
	volunteers_active INTEGER,
	area_place_id INTEGER,${PROVENANCE}

CREATE TABLE disclosure_item (
	row_key TEXT PRIMARY KEY,
	item_id TEXT NOT NULL,
	unit_ref INTEGER,
	list_type_ref INTEGER,
	topic_ref INTEGER,
	channel_ref INTEGER,
	required_freq_ref INTEGER,
	due_on INTEGER,
	published_on INTEGER,
	is_complete INTEGER,
	is_correct INTEGER,
	reads INTEGER,
	request_received_on INTEGER,
	reply_due_on INTEGER,
	replied_on INTEGER,
	reply_result_ref INTEGER,
	area_place_id INTEGER,${PROVENANCE}

CREATE TABLE digital_usage (
	row_key TEXT PRIMARY KEY,
	used_on INTEGER NOT NULL,
	accounts INTEGER,
	active_accounts INTEGER,
	devices_online INTEGER,
	events_online_full INTEGER,
	events_total INTEGER,
	sensor_alerts INTEGER,
	ai_alerts INTEGER,
	ai_confirmed INTEGER,
	api_total INTEGER,
	api_ok INTEGER,
	area_place_id INTEGER NOT NULL,${PROVENANCE}

CREATE TABLE sync_log (
	row_key TEXT PRIMARY KEY,
	batch_name TEXT NOT NULL,
	dataset_name TEXT,
	expected_at INTEGER,
	arrived_at INTEGER,
	as_of_at INTEGER,
	rows_in INTEGER,
	rows_ok INTEGER,
	rows_rejected INTEGER,
	checksum_ok INTEGER,${PROVENANCE}

CREATE TABLE task_admission (
	row_key TEXT PRIMARY KEY,
	task_id TEXT NOT NULL,
	requesting_dept_ref INTEGER,
	task_name TEXT,
	on_list INTEGER,
	approved INTEGER,
	approved_on INTEGER,
	assigned_on INTEGER,
	valid_to INTEGER,
	grids_assigned INTEGER,
	is_grid_reported INTEGER,${PROVENANCE}

CREATE TABLE meeting (
	row_key TEXT PRIMARY KEY,
	meeting_id TEXT NOT NULL,
	held_on INTEGER,
	level_ref INTEGER,
	attended_units TEXT,
	resolutions INTEGER,
	resolutions_due INTEGER,
	resolutions_done INTEGER,
	area_place_id INTEGER,${PROVENANCE}

CREATE TABLE assessment (
	row_key TEXT PRIMARY KEY,
	period TEXT NOT NULL,
	object_type_ref INTEGER NOT NULL,
	object_id TEXT NOT NULL,
	score REAL,
	grade_ref INTEGER,
	has_appeal INTEGER,
	appeal_result_ref INTEGER,
	reward_due INTEGER,
	reward_paid INTEGER,${PROVENANCE}

CREATE TABLE guarantee (
	row_key TEXT PRIMARY KEY,
	period TEXT NOT NULL,
	item_ref INTEGER NOT NULL,
	planned REAL,
	arrived REAL,
	on_time INTEGER,
	area_place_id INTEGER NOT NULL,${PROVENANCE}

CREATE TABLE post_plan (
	row_key TEXT PRIMARY KEY,
	role_ref INTEGER NOT NULL,
	as_of_on INTEGER,
	planned_posts INTEGER,
	filled_posts INTEGER,
	area_place_id INTEGER NOT NULL,${PROVENANCE}

CREATE TABLE required_unit (
	row_key TEXT PRIMARY KEY,
	grid_type_ref INTEGER NOT NULL,
	special_type TEXT,
	required_unit_ref INTEGER NOT NULL,
	duty_note TEXT,${PROVENANCE}

CREATE TABLE duty_list (
	row_key TEXT PRIMARY KEY,
	cat_code TEXT NOT NULL,
	duty_name TEXT,
	duty_unit_ref INTEGER NOT NULL,
	duty_kind_ref INTEGER,
	basis TEXT,${PROVENANCE}

CREATE TABLE external_index (
	row_key TEXT PRIMARY KEY,
	index_name TEXT NOT NULL,
	period TEXT NOT NULL,
	index_value REAL,
	index_rank INTEGER,
	publisher_ref INTEGER,
	published_on INTEGER,
	area_place_id INTEGER NOT NULL,${PROVENANCE}

CREATE TABLE calendar_day (
	row_key TEXT PRIMARY KEY,
	day_on INTEGER NOT NULL,
	is_workday INTEGER,
	day_kind_ref INTEGER,
	holiday_name TEXT,
	work_windows TEXT,${PROVENANCE}
`;
