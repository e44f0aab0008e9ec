-- Facts that the programs of these schemas had tables for, and no code. Each part is one step
-- of the history; make_file.rs opens the step and writes the row images. `:step` is its row.

-- part: attendance
-- Who came to the first sitting of each cluster; one of them twice, for the first was a mistake.
INSERT INTO attendance_mark (uid, delegate_id, sitting_id, status, at, note, operation_id)
SELECT
    printf('01990000-0000-7000-8000-1%011d', delegate.id),
    delegate.id,
    sitting.id,
    CASE delegate.id % 5 WHEN 1 THEN 'late' WHEN 2 THEN 'excused' WHEN 3 THEN 'absent'
        WHEN 4 THEN 'substituted' ELSE 'present' END,
    '2026-05-12T01:00:00Z',
    CASE delegate.id % 5 WHEN 2 THEN 'Ốm' END,
    :step
FROM delegate
JOIN sitting ON sitting.cluster_id = delegate.cluster_id AND sitting.half = 'morning'
WHERE delegate.session_id = 1;
INSERT INTO attendance_mark (uid, delegate_id, sitting_id, status, at, retracts, operation_id)
SELECT '01990000-0000-7000-8000-200000000001', delegate_id, sitting_id, status, '2026-05-12T01:05:00Z', id, :step
FROM attendance_mark WHERE status = 'absent' ORDER BY id LIMIT 1;
INSERT INTO attendance_mark (uid, delegate_id, sitting_id, status, at, note, operation_id)
SELECT '01990000-0000-7000-8000-200000000002', delegate_id, sitting_id, 'late', '2026-05-12T01:05:01Z', 'Đến lúc 8 giờ', :step
FROM attendance_mark WHERE retracts IS NOT NULL;

-- part: certificates
-- Three certificates printed; of these one voided, one voided and valid again, one given anew.
INSERT INTO certificate_event (certificate_id, kind, at, operation_id)
SELECT id, 'printed', '2026-05-13T03:00:00Z', :step FROM certificate WHERE number <= 3;
INSERT INTO certificate_event (certificate_id, kind, at, reason, operation_id)
SELECT id, 'voided', '2026-05-13T03:10:00Z', 'ghi sai họ tên', :step FROM certificate WHERE number <= 3;
INSERT INTO certificate_event (certificate_id, kind, at, reason, operation_id)
SELECT id, 'restored', '2026-05-13T03:20:00Z', 'ghi đúng', :step FROM certificate WHERE number = 2;
INSERT INTO certificate (uid, book_id, delegate_id, number, printed_number, date, reissue_of)
SELECT '01990000-0000-7000-8000-300000000001', book_id, delegate_id, 13, '13/CN-MTTQ', '2026-05-14', id
FROM certificate WHERE number = 3;
INSERT INTO certificate_event (certificate_id, kind, at, operation_id)
SELECT id, 'issued', '2026-05-14T03:00:00Z', :step FROM certificate WHERE number = 13;
INSERT INTO certificate_event (certificate_id, kind, at, reason, operation_id)
SELECT id, 'reissued', '2026-05-14T03:00:00Z', 'bản cũ bị rách', :step FROM certificate WHERE number = 3;

-- part: outcome
-- A row of everything else that refers to a person, a delegate or a session.
INSERT INTO completion_rule (session_id, minimum_sittings, minimum_percent) VALUES (1, 1, 50);
INSERT INTO completion_result (delegate_id, completed, commended, grade, reason, decided_at)
VALUES (1, 1, 1, 'Giỏi', NULL, '2026-05-13T09:00:00Z'), (2, 0, 0, NULL, 'Vắng', '2026-05-13T09:00:00Z');
INSERT INTO person_sensitive (person_id, ethnicity, religion, party_member, education, identity_no)
VALUES (8, 'Gia Rai', NULL, 1, '9/12', NULL);
INSERT INTO proposal (uid, session_id, cluster_id, delegate_id, question, answer, state, ordinal)
VALUES ('01990000-0000-7000-8000-400000000001', 1, 1, 1, 'Đề nghị thử', 'Trả lời thử', 'answered', 0);
INSERT INTO allowance_rate (organisation_id, kind, label, amount, per, valid_from)
VALUES (1, 'meal', 'Tiền ăn', 150000, 'day', '2025-01-01');
INSERT INTO number_pattern (organisation_id, paper, pattern) VALUES (1, 'plan', '{so}/KH-MTTQ-BTT');
INSERT INTO unit_successor (old_id, new_id, extent)
SELECT old.id, new.id, 'part' FROM unit AS old JOIN unit AS new ON new.name = 'Thôn Một' WHERE old.name = 'Thôn Cũ';
INSERT INTO retention (session_id, purpose, keep_until) VALUES (1, 'thử', '2031');
INSERT INTO import_record
    (session_id, source, at, encoding, new_rows, updated_rows, same_rows, duplicate_rows, error_rows)
VALUES (1, 'danh sách thử.xlsx', '2026-05-01T00:00:00Z', 'unicode', 12, 0, 0, 1, 2);
INSERT INTO column_mapping (layout, mapping, used_at) VALUES ('họ và tên|năm sinh', '{}', '2026-05-01T00:00:00Z');
INSERT INTO setting (name, value) VALUES ('thử', 'giá trị thử');

-- part: mistaken attendance
-- Undone by the store, which retracts these marks.
INSERT INTO attendance_mark (uid, delegate_id, sitting_id, status, at, operation_id)
SELECT printf('01990000-0000-7000-8000-5%011d', delegate.id), delegate.id, sitting.id, 'present', '2026-05-12T07:00:00Z', :step
FROM delegate
JOIN sitting ON sitting.cluster_id = delegate.cluster_id AND sitting.half = 'afternoon'
WHERE delegate.id <= 2;
